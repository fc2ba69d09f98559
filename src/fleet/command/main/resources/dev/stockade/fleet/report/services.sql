-- In the order of the others.
SELECT DISTINCT service FROM records ORDER BY service
