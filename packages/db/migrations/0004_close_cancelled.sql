-- Cancelling a rapat closes its document (and ratifying does). Those cancelled before it did are closed here.
UPDATE document SET state = 'closed' FROM rapat
WHERE rapat.document_id = document.id AND document.state = 'open'
	AND (rapat.status = 'dibatalkan' OR rapat.notula_state = 'disahkan');
