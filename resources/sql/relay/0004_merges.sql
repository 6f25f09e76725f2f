-- Whatever is another name of a conversation: asked for at each mark as read.
CREATE INDEX alias_of ON alias (id);
