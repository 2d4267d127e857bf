// Ready is the member that takes writes. The first call founds the set, of one member.
db.getSiblingDB('admin').auth('root', process.env.MONGO_INITDB_ROOT_PASSWORD);
try {
  rs.status();
} catch (none) {
  rs.initiate({ _id: 'pris', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
quit(db.hello().isWritablePrimary ? 0 : 1);
