-- en: What has been decided, by whom and when, and which chains have no decision.
-- sv: Vad som är beslutat, av vem och när, och vilka kedjor som saknar beslut.
-- nb: Hva som er vedtatt, av hvem og når, og hvilke kart som mangler vedtak.
select
    c.title as chain,
    c.stage as stage,
    d.kind as kind,
    d.what as what,
    d.decided_by as decided_by,
    d.date as date,
    d.reference as reference
from chain c
left join decision d on d.chain = c.chain
where c.readable and ($organisation is null or c.organisation_key = $organisation)
order by d.date_last desc nulls last, c.chain, d.position nulls last
