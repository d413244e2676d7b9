-- en: Hours that are freed and spent, by year, in the likely run; only chains with calendar years.
-- sv: Timmar som frigörs och går åt, per år, i det troliga fallet; bara kedjor med kalenderår.
-- nb: Timer som frigjøres og går med, per år, i det sannsynlige tilfellet; bare kart med kalenderår.
select
    v.year as year,
    round(sum(v.hours) filter (where v.sign > 0), 0) as freed,
    round(sum(v.hours) filter (where v.sign < 0), 0) as spent,
    count(distinct v.chain) as chains
from value v
join chain c on c.chain = v.chain
where v.run = 'likely' and v.counts_hours and v.year > 1000 and ($organisation is null or c.organisation_key = $organisation)
group by v.year
order by year
-- left out: without_hours
select count(*)
from chain c
where c.readable and ($organisation is null or c.organisation_key = $organisation)
    and not exists (
        select 1 from value v where v.chain = c.chain and v.run = 'likely' and v.counts_hours and v.year > 1000
    )
