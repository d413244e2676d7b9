-- en: The chains: stage, size, what is found in them.
-- sv: Kedjorna: skede, storlek, vad som påpekas i dem.
-- nb: Kartene: fase, størrelse, hva som er funnet i dem.
select
    c.title as chain,
    c.organisation as organisation,
    c.stage as stage,
    c.boxes as boxes,
    c.errors as errors,
    c.warnings as warnings,
    c.file as file
from chain c
where c.readable and ($organisation is null or c.organisation_key = $organisation)
order by organisation nulls last, chain nulls last, c.chain
