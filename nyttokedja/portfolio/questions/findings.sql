-- en: What is wrong or missing, by rule: how often, and in how many chains.
-- sv: Vad som är fel eller saknas, efter regel: hur ofta, och i hur många kedjor.
-- nb: Hva som er feil eller mangler, etter regel: hvor ofte, og i hvor mange kart.
select
    f.code as code,
    f.severity as severity,
    count(*) as found,
    count(distinct f.chain) as chains,
    min(f.message) as message
from finding f
join chain c on c.chain = f.chain
where not f.accepted and ($organisation is null or c.organisation_key = $organisation)
group by f.code, f.severity
order by case f.severity when 'error' then 1 when 'warning' then 2 else 3 end, found desc, code
