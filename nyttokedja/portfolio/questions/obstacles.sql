-- en: Obstacles that nobody deals with, and how many benefits and goals are exposed in their chain.
-- sv: Hinder som ingen hanterar, och hur många nyttor och mål som är hotade i deras kedja.
-- nb: Hindringer som ingen håndterer, og hvor mange gevinster og mål som er truet i kartet.
select
    n.title as obstacle,
    n.owner as owner,
    c.title as chain,
    c.stage as stage,
    (
        select count(*) from node h
        where h.chain = n.chain and h.hindered and (h.type = 'benefit' or h.is_goal)
    ) as exposed
from node n
join chain c on c.chain = n.chain
where n.type = 'obstacle' and not n.handled and ($organisation is null or c.organisation_key = $organisation)
order by exposed desc, c.chain, n.position
