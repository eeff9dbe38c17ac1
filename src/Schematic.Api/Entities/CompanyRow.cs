using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

internal sealed class CompanyRow : EntityRow;

internal static class CompanyRows
{
    extension(SchematicDb db)
    {
        public DbSet<CompanyRow> Companies => db.Set<CompanyRow>();
    }
}
