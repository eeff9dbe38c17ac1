using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

public abstract class EntityLookupTests(ApiFixture api) : ApiTopic(api)
{
    private readonly string _mark = Unique("mark");

    [Fact]
    public async Task One_is_found_by_its_id_by_any_key_and_by_all_of_them()
    {
        var id = await NewCompanyAsync(("domain", _mark), ("crm", _mark));

        Assert.Equal(id, await FindAsync(EntityType.Company, id));
        Assert.Equal(id, await FindAsync(EntityType.Company, null, ("domain", _mark)));
        Assert.Equal(id, await FindAsync(EntityType.Company, null, ("crm", _mark)));
        Assert.Equal(id, await FindAsync(EntityType.Company, id, ("crm", _mark), ("domain", _mark)));
        Assert.Equal(id, await FindAsync(EntityType.Company, null, ("crm", _mark), ("unknown", "x")));
    }

    [Fact]
    public async Task Nobody_is_found_by_what_nobody_has()
    {
        var id = await NewCompanyAsync(("domain", _mark));

        Assert.Null(await FindAsync(EntityType.Company, null, ("domain", $"{_mark}!")));
        Assert.Null(await FindAsync(EntityType.Company, null, ("other", _mark)));
        Assert.Null(await FindAsync(EntityType.Company, "comp_none"));
        Assert.Null(await FindAsync(EntityType.Company, "comp_none", ("domain", _mark)));
        Assert.Null(await FindAsync(EntityType.User, id));
    }

    [Fact]
    public async Task A_company_and_a_user_with_the_same_key_are_two()
    {
        var company = await NewCompanyAsync(("ref", _mark));
        var user = (
            await Production.Users.UpsertAsync(new UpsertUserRequestBody { Keys = Keys(("ref", _mark)) }, Cancellation)
        )
            .Data
            .Id;

        Assert.Equal(company, await FindAsync(EntityType.Company, null, ("ref", _mark)));
        Assert.Equal(user, await FindAsync(EntityType.User, null, ("ref", _mark)));
    }

    [Fact]
    public async Task Keys_of_two_companies_name_neither()
    {
        var (first, second) = (await NewCompanyAsync(("domain", _mark)), await NewCompanyAsync(("crm", _mark)));

        var refusal = await Assert.ThrowsAsync<ApiException>(() =>
            FindAsync(EntityType.Company, null, ("domain", _mark), ("crm", _mark))
        );

        Assert.Equal(409, refusal.Status);
        Assert.Contains($"{first} and {second}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_names_nobody()
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => FindAsync(EntityType.User, null));

        Assert.Equal(400, refusal.Status);
        AssertSentence(refusal.Message);
    }

    [Fact]
    public async Task Another_environment_has_others()
    {
        var id = await NewCompanyAsync(("domain", _mark));
        await using var db = await OpenAsync("Staging");

        Assert.Null(await EntityLookup.FindAsync(db, Reference(EntityType.Company, id), Cancellation));
        Assert.Null(
            await EntityLookup.FindAsync(db, Reference(EntityType.Company, null, ("domain", _mark)), Cancellation)
        );
    }

    private static Dictionary<string, string> Keys(params (string Name, string Value)[] keys) =>
        keys.ToDictionary(static key => key.Name, static key => key.Value);

    private static EntityReference Reference(EntityType type, string? id, params (string Name, string Value)[] keys) =>
        EntityReference.FromKeys(type, Keys(keys), id);

    private async Task<string?> FindAsync(EntityType type, string? id, params (string Name, string Value)[] keys)
    {
        await using var db = await OpenAsync("Production");
        return (await EntityLookup.FindAsync(db, Reference(type, id, keys), Cancellation))?.Id;
    }

    private async Task<string> NewCompanyAsync(params (string Name, string Value)[] keys) =>
        (await Production.Companies.UpsertAsync(new UpsertCompanyRequestBody { Keys = Keys(keys) }, Cancellation))
            .Data
            .Id;

    private async Task<SchematicDb> OpenAsync(string environment)
    {
        var database = Server.Services.GetRequiredService<IDatabase>();
        await using var db = database.OpenAccount();
        return database.Open((await db.Environments.SingleAsync(row => row.Name == environment, Cancellation)).Seq);
    }
}

public sealed class EntityLookupTestsOnSqlite(SqliteApi api) : EntityLookupTests(api), IClassFixture<SqliteApi>;

public sealed class EntityLookupTestsOnPostgreSql(PostgreSqlApi api)
    : EntityLookupTests(api),
        IClassFixture<PostgreSqlApi>;
