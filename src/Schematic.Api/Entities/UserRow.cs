using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

internal sealed class UserRow : EntityRow;

internal static class UserRows
{
    extension(SchematicDb db)
    {
        public DbSet<UserRow> Users => db.Set<UserRow>();
    }
}
