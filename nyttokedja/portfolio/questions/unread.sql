-- en: Files that could not be read, wholly or in part, and why: they are not in what others are told.
-- sv: Filer som inte gick att läsa, helt eller delvis, och varför: de är inte med i det som annars berättas.
-- nb: Filer som ikke kunne leses, helt eller delvis, og hvorfor: de er ikke med i det som ellers fortelles.
select
    c.file as file,
    case when c.readable then 'partly' else 'unread' end as standing,
    c.problem as problem
from chain c
where not c.complete and (c.organisation_key is null or ($organisation is null or c.organisation_key = $organisation))
order by c.readable, c.chain
