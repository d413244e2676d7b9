-- en: Hours that chains take from the same pool, by year, in the likely run.
-- sv: Timmar som kedjor tar ur samma pott, per år, i det troliga fallet.
-- nb: Timer som kart tar fra den samme potten, per år, i det sannsynlige tilfellet.
select
    n.pool as pool,
    v.year as year,
    round(sum(v.hours), 0) as hours,
    count(distinct v.chain) as chains
from value v
join node n on n.chain = v.chain and n.id = v.node
join chain c on c.chain = v.chain
where n.pool is not null and v.run = 'likely' and v.sign > 0 and v.year > 1000 and v.hours is not null and ($organisation is null or c.organisation_key = $organisation)
group by n.pool, v.year
order by pool, year
