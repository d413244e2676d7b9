-- en: Hours that chains take from the same pool, by year, in the likely run, and how many there are of it.
-- sv: Timmar som kedjor tar ur samma pott, per år, i det troliga fallet, och hur många potten har.
-- nb: Timer som kart tar fra den samme potten, per år, i det sannsynlige tilfellet, og hvor mange potten har.
select
    min(coalesce(p.name, n.pool)) as pool,
    v.year as year,
    round(sum(v.hours), 0) as hours,
    p.hours as size,
    case when sum(v.hours) > p.hours then round(sum(v.hours) - p.hours, 0) end as over,
    count(distinct v.chain) as chains
from value v
join node n on n.chain = v.chain and n.id = v.node
join chain c on c.chain = v.chain
left join pool p on p.chain = n.chain and p.pool_key = n.pool_key
where n.pool_key is not null and n.expected and v.run = 'likely' and v.sign > 0 and v.year > 1000 and v.hours is not null and ($organisation is null or c.organisation_key = $organisation)
group by n.pool_key, p.hours, v.year
order by pool, p.hours, year
