using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

public abstract class EntityDifferencesTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _mark = Unique("mark");

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task What_only_looks_changed_stays_as_it_was_stored()
    {
        var before = await NewCompanyAsync();

        await WriteAsync(before, before.Copy());

        var after = await ReadAsync(before.Seq);
        Assert.Equal(before.Keys.Values, after.Keys.Values, Same);
        Assert.Equal(before.Traits.Values.Single().Value, after.Traits.Values.Single().Value);
    }

    [Fact]
    public async Task A_value_of_a_definition_that_was_deleted_meanwhile_loses_the_race()
    {
        var before = await NewCompanyAsync();
        var after = before.Copy();
        var (hierarchy, trait) = after.Traits.Single();
        after.Traits[hierarchy] = trait with { Value = "other" };
        await Database.WriteAccountAsync(
            (db, token) =>
                db.EntityTraitDefinitions.Where(row => row.Seq == trait.Definition.Seq).ExecuteDeleteAsync(token),
            Cancellation
        );

        await Assert.ThrowsAsync<LostRaceException>(() => WriteAsync(before, after));
    }

    private static bool Same(KeyDetail one, KeyDetail other) =>
        (one.Definition.Seq, one.Value, one.CreatedAt, one.UpdatedAt)
        == (other.Definition.Seq, other.Value, other.CreatedAt, other.UpdatedAt);

    private async Task<EntityDetail> NewCompanyAsync()
    {
        var change = EntityChange.For(EntityType.Company, new Dictionary<string, string> { ["domain"] = _mark }) with
        {
            Traits = [TraitChange.Set([_mark], "value")],
        };
        var created = await Database.WriteAsync(
            await ProductionAsync(),
            (db, token) => new EntityWriter(db, Now).ApplyAsync(change, token),
            Cancellation
        );
        return await ReadAsync(created.Seq);
    }

    // Through one connection of the writer, as every write is, and without its retries.
    private async Task WriteAsync(EntityDetail before, EntityDetail after)
    {
        Exception? failure = null;
        await Database.WriteAsync(
            await ProductionAsync(),
            async (db, token) =>
            {
                var differences = new EntityDifferences(db);
                differences.Add(before, after);
                failure = await Record.ExceptionAsync(() => differences.WriteAsync(token));
            },
            Cancellation
        );
        if (failure is not null)
            throw failure;
    }

    private async Task<EntityDetail> ReadAsync(long seq)
    {
        await using var db = Database.Open(await ProductionAsync());
        return Assert.Single(await EntityReader.DetailsAsync(db, [seq], Cancellation));
    }

    private async Task<int> ProductionAsync()
    {
        await using var db = Database.OpenAccount();
        return await db
            .Environments.Where(static row => row.Name == "Production")
            .Select(static row => row.Seq)
            .SingleAsync(Cancellation);
    }
}

public sealed class EntityDifferencesTestsOnSqlite(SqliteApi api)
    : EntityDifferencesTests(api),
        IClassFixture<SqliteApi>;

public sealed class EntityDifferencesTestsOnPostgreSql(PostgreSqlApi api)
    : EntityDifferencesTests(api),
        IClassFixture<PostgreSqlApi>;
