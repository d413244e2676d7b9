-- en: What chains cost and gain, as worth in their first year, by currency; what is not valued is not in it.
-- sv: Vad kedjorna kostar och ger, värt i deras första år, per valuta; det som inte är värderat är inte med.
-- nb: Hva kartene koster og gir, verdt i deres første år, per valuta; det som ikke er verdsatt er ikke med.
select
    c.currency as currency,
    c.title as chain,
    c.price_year as price_year,
    c.horizon as horizon,
    round(sum(v.discounted) filter (where v.sign > 0), 0) as gained,
    round(sum(v.discounted) filter (where v.sign < 0), 0) as paid,
    round(sum(v.sign * v.discounted), 0) as net
from value v
join chain c on c.chain = v.chain
where v.run = 'likely' and v.standing = 'summed' and ($organisation is null or c.organisation_key = $organisation)
group by c.chain, c.currency, c.title, c.price_year, c.horizon
order by currency nulls last, net desc, c.chain
-- left out: unvalued
select count(*)
from chain c
where c.readable and ($organisation is null or c.organisation_key = $organisation)
    and not exists (
        select 1 from value v where v.chain = c.chain and v.run = 'likely' and v.standing = 'summed'
    )
