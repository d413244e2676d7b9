-- en: What is to be reached, how many chains lead there, by how many benefits, and whether it is expected.
-- sv: Vad som ska nås, hur många kedjor som leder dit, genom hur många nyttor, och om det är att vänta.
-- nb: Hva som skal nås, hvor mange kart som fører dit, gjennom hvor mange gevinster, og om det er å vente.
select
    min(n.title) as goal,
    count(distinct n.chain) as chains,
    count(distinct n.chain) filter (where n.expected) as expected,
    count(distinct n.chain) filter (where n.hindered) as exposed,
    coalesce(sum(s.benefits), 0) as benefits,
    count(*) filter (where n.owner is null) as without_owner
from node n
join chain c on c.chain = n.chain
left join (
    select l.chain, l.target, count(*) as benefits
    from link l
    join node b on b.chain = l.chain and b.id = l.source
    where l.kind = 'leads_to' and b.type = 'benefit'
    group by l.chain, l.target
) s on s.chain = n.chain and s.target = n.id
where n.is_goal and ($organisation is null or c.organisation_key = $organisation)
group by n.title_key
order by chains desc, goal
