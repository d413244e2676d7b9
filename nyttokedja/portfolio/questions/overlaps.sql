-- en: Boxes with the same title in several chains: the same benefit may be counted twice.
-- sv: Rutor med samma rubrik i flera kedjor: samma nytta kan vara räknad två gånger.
-- nb: Bokser med samme tittel i flere kart: den samme gevinsten kan være telt to ganger.
select
    n.type as type,
    min(n.title) as title,
    count(distinct n.chain) as chains,
    min(n.chain) as one,
    max(n.chain) as other
from node n
join chain c on c.chain = n.chain
where n.type in ('change', 'effect', 'benefit', 'drawback', 'cost') and n.title_key is not null and ($organisation is null or c.organisation_key = $organisation)
group by n.type, n.title_key
having count(distinct n.chain) > 1
order by chains desc, type, title
