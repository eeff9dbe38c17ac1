using System.Net;
using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Users;

/// <summary>Where users are not simply what companies are; what they share is tested with companies.</summary>
public abstract class UserEndpointsTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task A_user_is_created_found_by_any_key_changed_and_deleted()
    {
        var (email, number) = (Unique("ada@example.com"), Unique("7"));
        var keys = new Dictionary<string, string> { ["email"] = email };

        var user = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = keys,
                    Traits = Traits("""{"role":"Owner","address":{"city":"Ghent"}}"""),
                },
                Cancellation
            )
        ).Data;
        var changed = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Id = user.Id,
                    Keys = new Dictionary<string, string> { ["number"] = number },
                    Name = "Ada",
                    RemoveKeys = ["email"],
                    Traits = Traits("""{"role":null}"""),
                },
                Cancellation
            )
        ).Data;
        var found = (
            await Production.Users.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["number"] = number } },
                Cancellation
            )
        ).Data;

        Assert.StartsWith("user_", user.Id, StringComparison.Ordinal);
        Assert.Equal((email, "Ada", user.Id), (user.Name, changed.Name, found.Id));
        Assert.Equal("number", Assert.Single(found.Keys).Key);
        Assert.Equal(["address"], found.Traits!.Keys);
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Users.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)
        );
        Assert.True((await Production.Users.DeleteAsync(user.Id, Cancellation)).Data.Deleted);
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Users.GetAsync(user.Id, Cancellation));
    }

    [Fact]
    public async Task A_key_of_a_user_is_renamed_by_giving_and_removing_it()
    {
        var (before, after) = (Unique("7"), Unique("8"));
        var user = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["old"] = before } },
                Cancellation
            )
        ).Data;

        var renamed = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["old"] = before, ["new"] = after },
                    RemoveKeys = ["old"],
                },
                Cancellation
            )
        ).Data;

        Assert.Equal(user.Id, renamed.Id);
        Assert.Equal(("new", after), (Assert.Single(renamed.Keys).Key, renamed.Keys[0].Value));
        Assert.Equal(
            user.Id,
            Assert.Single((await Production.Users.ListAsync(new UsersQuery { Q = after }, Cancellation)).Data).Id
        );
    }

    [Fact]
    public async Task Keys_of_different_users_are_refused_with_both_ids_and_change_neither()
    {
        var one = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["email"] = Unique("one") } },
                Cancellation
            )
        ).Data;
        var other = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["number"] = Unique("other") } },
                Cancellation
            )
        ).Data;

        var error = await RefusedAsync(
            HttpStatusCode.Conflict,
            () =>
                Production.Users.UpsertAsync(
                    new UpsertUserRequestBody
                    {
                        Keys = new Dictionary<string, string> { ["email"] = one.Name, ["number"] = other.Name },
                        Name = "Changed",
                        Company = new Dictionary<string, string> { ["domain"] = Unique("acme.example") },
                    },
                    Cancellation
                )
        );

        Assert.Contains(one.Id, error, StringComparison.Ordinal);
        Assert.Contains(other.Id, error, StringComparison.Ordinal);
        Assert.Equal(one.Name, (await Production.Users.GetAsync(one.Id, Cancellation)).Data.Name);
        Assert.Empty((await Production.Users.GetAsync(other.Id, Cancellation)).Data.CompanyMemberships);
    }

    [Fact]
    public async Task A_company_and_a_user_with_the_same_keys_are_strangers()
    {
        var keys = new Dictionary<string, string> { ["key"] = Unique("same") };
        var company = (
            await Production.Companies.UpsertAsync(new UpsertCompanyRequestBody { Keys = keys }, Cancellation)
        ).Data;
        var user = (await Production.Users.UpsertAsync(new UpsertUserRequestBody { Keys = keys }, Cancellation)).Data;

        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Users.GetAsync(company.Id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Companies.DeleteAsync(user.Id, Cancellation));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () =>
                Production.Users.UpsertAsync(
                    new UpsertUserRequestBody { Id = company.Id, Keys = new Dictionary<string, string>() },
                    Cancellation
                )
        );
        await Production.Users.DeleteByKeysAsync(new KeysRequestBody { Keys = keys }, Cancellation);
        Assert.Equal(
            company.Id,
            (await Production.Companies.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)).Data.Id
        );
    }

    [Fact]
    public async Task Users_are_listed_newest_first_and_filtered_as_they_are_counted()
    {
        var gateway = await EmptyEnvironmentAsync();
        var ids = new List<string>();
        var companyId = "";
        for (var i = 0; i < 7; i++)
        {
            var user = (
                await gateway.Users.UpsertAsync(
                    new UpsertUserRequestBody
                    {
                        Keys = new Dictionary<string, string> { ["email"] = $"user{i}@example.com" },
                        Company = new Dictionary<string, string> { ["domain"] = i < 3 ? "few" : "many" },
                    },
                    Cancellation
                )
            ).Data;
            ids.Add(user.Id);
            companyId = user.CompanyMemberships[0].CompanyId;
        }

        ids.Reverse();
        foreach (
            var (query, expected) in new (UsersQuery, IEnumerable<string>)[]
            {
                (new UsersQuery(), ids),
                (new UsersQuery { CompanyId = companyId }, ids.Take(4)),
                (new UsersQuery { CompanyId = "comp_nobody" }, []),
                (new UsersQuery { Ids = [ids[6], ids[0]] }, [ids[0], ids[6]]),
                (new UsersQuery { Q = "user3" }, [ids[3]]),
                (new UsersQuery { Q = "example.com", CompanyId = companyId }, ids.Take(4)),
                (new UsersQuery { PlanId = "plan_nobody" }, []),
            }
        )
        {
            Assert.Equal(
                expected,
                (await gateway.Users.ListAsync(query, Cancellation)).Data.Select(static user => user.Id)
            );
            Assert.Equal(expected.Count(), (await gateway.Users.CountAsync(query, Cancellation)).Data.Count);
        }

        var pages = new List<string>();
        for (var offset = 0; offset < 9; offset += 3)
            pages.AddRange(
                (
                    await gateway.Users.ListAsync(new UsersQuery { Limit = 3, Offset = offset }, Cancellation)
                ).Data.Select(static user => user.Id)
            );
        Assert.Equal(ids, pages);
    }

    [Fact]
    public async Task A_deleted_user_leaves_its_companies()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        var user = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = Unique("ada") },
                    Company = keys,
                },
                Cancellation
            )
        ).Data;

        await Production.Users.DeleteAsync(user.Id, Cancellation);

        Assert.Equal(
            0,
            (await Production.Companies.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)).Data.UserCount
        );
        Assert.Empty(
            (
                await Production.Companies.ListMembershipsAsync(
                    new CompanyMembershipsQuery { UserId = user.Id },
                    Cancellation
                )
            ).Data
        );
    }

    private static Dictionary<string, JsonElement> Traits(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}

public sealed class UserEndpointsTestsOnSqlite(SqliteApi api) : UserEndpointsTests(api), IClassFixture<SqliteApi>;

public sealed class UserEndpointsTestsOnPostgreSql(PostgreSqlApi api)
    : UserEndpointsTests(api),
        IClassFixture<PostgreSqlApi>;
