-- en: What benefits lack, by stage: an owner, an indicator, a baseline, an action.
-- sv: Vad nyttor saknar, efter skede: ägare, indikator, nollmätning, åtgärd.
-- nb: Hva gevinster mangler, etter fase: eier, indikator, nullpunkt, tiltak.
select
    c.stage as stage,
    count(distinct c.chain) as chains,
    count(*) as benefits,
    count(*) filter (where n.owner is null) as without_owner,
    count(*) filter (where n.indicators = 0) as without_indicator,
    count(*) filter (where n.indicators > 0 and b.n is null) as without_baseline,
    count(*) filter (where n.actions = 0) as without_action,
    count(*) filter (where n.comes is null) as without_time
from node n
join chain c on c.chain = n.chain
left join (
    select chain, node, count(*) as n from indicator where baseline is not null group by chain, node
) b on b.chain = n.chain and b.node = n.id
where n.type = 'benefit' and ($organisation is null or c.organisation_key = $organisation)
group by c.stage
order by stage
