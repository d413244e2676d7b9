-- en: What is to be done and is not: what is overdue first, then by day, with who does it. Needs a day.
-- sv: Vad som ska göras och inte är gjort: det försenade först, sedan efter dag, med vem som gör det. Kräver en dag.
-- nb: Hva som skal gjøres og ikke er gjort: det forsinkede først, så etter dag, med hvem som gjør det. Krever en dag.
select
    a.due as due,
    case when a.due_last < $today then 'overdue' else 'coming' end as standing,
    a.responsible as responsible,
    a.what as what,
    n.title as box,
    c.title as chain
from action a
join node n on n.chain = a.chain and n.id = a.node
join chain c on c.chain = a.chain
where a.due_last is not null
    and (a.done is null or not a.done or a.done_date_first > $today)
    and ($organisation is null or c.organisation_key = $organisation)
order by a.due_last, responsible nulls last, c.chain, a.position
