-- en: What is measured, by organisation and unit: baselines and targets added up; shares in per cent are not.
-- sv: Vad som mäts, efter organisation och enhet: nollmätningar och mål summerade; andelar i procent summeras inte.
-- nb: Hva som måles, etter organisasjon og enhet: nullpunkt og mål summert; andeler i prosent summeres ikke.
select
    min(m.organisation) as organisation,
    m.unit as unit,
    count(*) as indicators,
    count(*) filter (where m.counted) as counted,
    round(sum(m.baseline) filter (where m.counted), 2) as baseline,
    round(sum(m.target) filter (where m.counted), 2) as target
from (
    select
        c.organisation,
        c.organisation_key,
        i.unit,
        i.baseline,
        i.target,
        i.baseline is not null and i.target is not null
            and lower(coalesce(i.unit, '')) not in ('procent', 'prosent', 'percent', 'per cent', '%') as counted
    from indicator i
    join chain c on c.chain = i.chain
    where i.scale is null and ($organisation is null or c.organisation_key = $organisation)
) m
group by m.organisation_key, m.unit
order by organisation nulls last, indicators desc, unit nulls last
