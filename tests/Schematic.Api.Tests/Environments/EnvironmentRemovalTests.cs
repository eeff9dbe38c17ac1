using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Environments;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Environments;

/// <summary>Generated over every type of row that belongs to an environment, also those that come later.</summary>
public abstract class EnvironmentRemovalTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task No_environment_sees_any_kind_of_row_of_another()
    {
        var (mine, seq) = await FilledAsync();
        var (_, other) = await FilledAsync();

        foreach (var type in ScopedTypes())
        {
            var seen = await SeenFromAsync(seq, type);
            Assert.True(seen.Count > 0, $"{nameof(FilledEnvironment)} has no {type.ClrType.Name}: add one.");
            Assert.True(seen.All(row => row == seq), $"{mine.Name} sees {type.ClrType.Name}s of another environment.");
            Assert.DoesNotContain(seq, await SeenFromAsync(other, type));
            Assert.Empty(await SeenFromAsync(SchematicDb.AccountSeq, type));
        }
    }

    [Fact]
    public async Task With_an_environment_goes_every_kind_of_row_and_every_counter_of_it_and_nothing_of_another()
    {
        var (environment, seq) = await FilledAsync();
        var (_, other) = await FilledAsync();
        var before = await CountsAsync(other);

        await Console.Environments.DeleteAsync(environment.Id, Cancellation);
        await Server.Services.GetRequiredService<EnvironmentRemoval>().RunAsync(Cancellation);

        Assert.All(await CountsAsync(seq), static row => Assert.Equal(0, row.Value));
        Assert.Equal(before, await CountsAsync(other));
        await using var db = Database.OpenAccount();
        Assert.False(
            await db.Environments.IgnoreQueryFilters().AnyAsync(row => row.Id == environment.Id, Cancellation)
        );
    }

    [Fact]
    public async Task More_rows_than_are_removed_at_once_go_all_the_same()
    {
        var (environment, seq) = await FilledAsync();
        await Database.WriteAsync(
            seq,
            (db, token) =>
                db.ExecuteAsync(
                    new SqlText(
                        $"""
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)
                        INSERT INTO unknown_flags (environment_seq, key, count, first_seen_at, last_seen_at, example_company, example_user)
                        SELECT u.environment_seq, u.key || i, 1, u.first_seen_at, u.last_seen_at, u.example_company, u.example_user
                        FROM unknown_flags u CROSS JOIN n WHERE u.environment_seq = {seq}
                        """
                    ),
                    token
                ),
            Cancellation
        );
        Assert.True((await CountsAsync(seq))["unknown_flags"] > 1000);

        await Console.Environments.DeleteAsync(environment.Id, Cancellation);
        await Server.Services.GetRequiredService<EnvironmentRemoval>().RunAsync(Cancellation);

        Assert.Equal(0, (await CountsAsync(seq))["unknown_flags"]);
    }

    // Else each of the batches would read a table of millions from its beginning.
    [Fact]
    public void Rows_that_are_removed_one_by_one_are_found_by_their_environment_in_an_index()
    {
        using var db = Database.OpenAccount();
        var types = EnvironmentRemoval.TypesToRemove(db.Model);

        Assert.NotEmpty(types);
        Assert.All(
            types,
            static type =>
                Assert.Contains(
                    type.GetIndexes()
                        .Select(static index => index.Properties[0])
                        .Append(type.FindPrimaryKey()!.Properties[0]),
                    static property => property.Name == nameof(IEnvironmentScoped.EnvironmentSeq)
                )
        );
    }

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    private List<IEntityType> ScopedTypes()
    {
        using var db = Database.OpenAccount();
        return [.. db.Model.GetEntityTypes().Where(static type => type.IsRootOfEnvironment())];
    }

    private async Task<(EnvironmentDetailResponseData Environment, int Seq)> FilledAsync()
    {
        var environment = await NewEnvironmentAsync();
        await FilledEnvironment.FillAsync(
            Server,
            Server.Gateway(Keys.Console, environment.Id),
            Unique("mark"),
            Cancellation
        );
        await using var db = Database.OpenAccount();
        return (environment, (await db.Environments.SingleAsync(row => row.Id == environment.Id, Cancellation)).Seq);
    }

    private async Task<List<int>> SeenFromAsync(int environmentSeq, IEntityType type)
    {
        await using var db = Database.Open(environmentSeq);
        var rows =
            (IQueryable<IEnvironmentScoped>)
                typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, [])!;
        return [.. (await rows.ToListAsync(Cancellation)).Select(static row => row.EnvironmentSeq)];
    }

    /// <summary>By table.</summary>
    private async Task<Dictionary<string, long>> CountsAsync(int environmentSeq)
    {
        await using var db = Database.OpenAccount();
        var counts = new Dictionary<string, long>();
        foreach (var table in ScopedTypes().Select(static type => type.GetTableName()!))
            counts[table] = await db.ScalarAsync<long>(
                new SqlText($"SELECT count(*) FROM {new SqlLiteral(table)} WHERE environment_seq = {environmentSeq}"),
                Cancellation
            );
        return counts;
    }
}

public sealed class EnvironmentRemovalTestsOnSqlite(SqliteApi api)
    : EnvironmentRemovalTests(api),
        IClassFixture<SqliteApi>;

public sealed class EnvironmentRemovalTestsOnPostgreSql(PostgreSqlApi api)
    : EnvironmentRemovalTests(api),
        IClassFixture<PostgreSqlApi>;
