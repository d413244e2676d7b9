-- en: What is gained and paid by calendar year and currency, not discounted, in the likely run.
-- sv: Vad som fås och betalas per kalenderår och valuta, utan diskontering, i det troliga fallet.
-- nb: Hva som oppnås og betales per kalenderår og valuta, uten diskontering, i det sannsynlige tilfellet.
select
    c.currency as currency,
    v.year as year,
    round(sum(v.amount) filter (where v.sign > 0), 0) as gained,
    round(sum(v.amount) filter (where v.sign < 0), 0) as paid,
    round(sum(v.sign * v.amount), 0) as net,
    count(distinct v.chain) as chains
from value v
join chain c on c.chain = v.chain
where v.run = 'likely' and v.standing = 'summed' and v.year > 1000 and ($organisation is null or c.organisation_key = $organisation)
group by c.currency, v.year
order by currency nulls last, year
-- left out: without_years
select count(*)
from chain c
where c.readable and ($organisation is null or c.organisation_key = $organisation)
    and not exists (
        select 1 from value v
        where v.chain = c.chain and v.run = 'likely' and v.standing = 'summed' and v.year > 1000
    )
