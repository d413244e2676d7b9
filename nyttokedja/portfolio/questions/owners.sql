-- en: Who answers for benefits: how many each has, how many come, and how many are exposed or unmeasured.
-- sv: Vilka som ansvarar för nyttor: hur många var och en har, hur många som kommer, är hotade eller inte mäts.
-- nb: Hvem som har ansvar for gevinster: hvor mange hver har, hvor mange som kommer, er truet eller ikke måles.
select
    min(n.owner) as owner,
    count(*) as benefits,
    count(*) filter (where n.expected) as expected,
    count(*) filter (where n.hindered) as exposed,
    count(*) filter (where n.indicators = 0) as unmeasured,
    count(distinct n.chain) as chains
from node n
join chain c on c.chain = n.chain
where n.type = 'benefit' and ($organisation is null or c.organisation_key = $organisation)
group by n.owner_key
order by benefits desc, owner nulls last
