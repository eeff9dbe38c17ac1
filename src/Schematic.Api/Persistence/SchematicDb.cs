using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Events;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Flags.History;
using Schematic.Api.Flags.Unknown;
using Schematic.Api.Members;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Sessions;
using Schematic.Api.Setup;
using Schematic.Api.Users;

namespace Schematic.Api.Persistence;

/// <summary>The one model of both databases. Each slice describes its own rows in its <c>…Row</c> file.</summary>
internal abstract class SchematicDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The environment whose rows this context sees; 0, which no row has, until one is chosen.</summary>
    public int EnvironmentSeq { get; set; }

    /// <summary>Filled by whoever writes; see <see cref="IDatabase.Committed"/>.</summary>
    public CommittedChanges Changes { get; set; } = new();

    /// <summary>Prepared commands of the one writing connection of SQLite; null where a pool of connections prepares for itself.</summary>
    public CommandCache? Commands { get; init; }

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<ChangeCounterRow> ChangeCounters => Set<ChangeCounterRow>();

    public DbSet<CompanyMembershipRow> CompanyMemberships => Set<CompanyMembershipRow>();

    public DbSet<CompanyRow> Companies => Set<CompanyRow>();

    public DbSet<EntityRow> Entities => Set<EntityRow>();

    public DbSet<EntityKeyDefinitionRow> EntityKeyDefinitions => Set<EntityKeyDefinitionRow>();

    public DbSet<EntityKeyRow> EntityKeys => Set<EntityKeyRow>();

    public DbSet<EntitySearchRow> EntitySearch => Set<EntitySearchRow>();

    public DbSet<EntityTraitDefinitionRow> EntityTraitDefinitions => Set<EntityTraitDefinitionRow>();

    public DbSet<EntityTraitRow> EntityTraits => Set<EntityTraitRow>();

    public DbSet<EnvironmentRow> Environments => Set<EnvironmentRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<FeatureRow> Features => Set<FeatureRow>();

    public DbSet<FlagEnvironmentRow> FlagEnvironments => Set<FlagEnvironmentRow>();

    public DbSet<FlagRuleSaveRow> FlagRuleSaves => Set<FlagRuleSaveRow>();

    public DbSet<FlagRow> Flags => Set<FlagRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<UnknownFlagRow> UnknownFlags => Set<UnknownFlagRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SchematicDb).Assembly);
        modelBuilder.Entity<EntityRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<EntityKeyRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<EntityTraitRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<EntitySearchRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<CompanyMembershipRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<EventRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<UnknownFlagRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<FlagEnvironmentRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        modelBuilder.Entity<FlagRuleSaveRow>().HasQueryFilter(row => row.EnvironmentSeq == EnvironmentSeq);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.FromName(property.Name));
                // By its name EF takes Id for the key, and leaves it optional once another key is named.
                if (property.Name == "Id")
                    property.IsNullable = false;
            }

            foreach (var key in entity.GetKeys())
                key.SetName($"pk_{entity.GetTableName()}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(
                    $"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(property => SnakeCase.FromName(property.Name)))}"
                );
            foreach (var reference in entity.GetForeignKeys())
                reference.SetConstraintName(
                    $"fk_{entity.GetTableName()}_{string.Join('_', reference.Properties.Select(property => SnakeCase.FromName(property.Name)))}"
                );
        }
    }
}
