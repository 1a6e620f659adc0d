-- one open list per school: nodes that offer candidates take turns
insert into turn (name) values ('school lists');
