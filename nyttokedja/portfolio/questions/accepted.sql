-- en: Findings that chains have decided about: why, by whom and until when.
-- sv: Påpekanden som kedjorna har tagit ställning till: varför, av vem och till när.
-- nb: Funn som kartene har tatt stilling til: hvorfor, av hvem og til når.
select
    c.title as chain,
    a.rule as rule,
    n.title as box,
    a.why as why,
    a.decided_by as decided_by,
    a.until as until
from acceptance a
join chain c on c.chain = a.chain
left join node n on n.chain = a.chain and n.id = a.node
where ($organisation is null or c.organisation_key = $organisation)
order by a.until_last nulls last, c.chain, a.position
