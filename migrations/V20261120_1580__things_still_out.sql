-- What was handed out and not given back is found without everything that was ever lent.
ALTER TABLE lending_item ADD KEY lending_item_out (resource_id, returned_at, taken_at);
