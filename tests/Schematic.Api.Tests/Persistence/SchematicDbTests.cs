using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence;

public abstract class SchematicDbTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public void The_migrations_are_all_of_the_model()
    {
        using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: add a migration for each database.");
    }

    [Fact]
    public async Task A_database_that_has_them_all_is_not_migrated_again()
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();

        Assert.False(await AppliedMigrations.RequireKnownAsync(db, "here", Cancellation));
    }

    // Rows that belong to an environment are seen through it, or not at all. A key may be of the whole account: its
    // column is nullable.
    [Fact]
    public void Every_row_of_an_environment_says_so_and_is_filtered_by_it()
    {
        using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();

        var scoped = db
            .Model.GetEntityTypes()
            .Where(static type =>
                type.BaseType is null
                && type.FindProperty(nameof(IEnvironmentScoped.EnvironmentSeq)) is { IsNullable: false }
            )
            .ToList();

        Assert.True(scoped.Count >= 5);
        Assert.All(scoped, static type => Assert.True(type.IsRootOfEnvironment(), $"{type.ClrType} does not say so."));
        Assert.All(scoped, static type => Assert.NotEmpty(type.GetDeclaredQueryFilters()));
    }
}

public sealed class SchematicDbTestsOnSqlite(SqliteApi api) : SchematicDbTests(api), IClassFixture<SqliteApi>;

public sealed class SchematicDbTestsOnPostgreSql(PostgreSqlApi api)
    : SchematicDbTests(api),
        IClassFixture<PostgreSqlApi>;
