using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

public abstract class CompanyMembershipTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task A_membership_is_made_once_and_then_answered_as_it_is()
    {
        var (company, user) = (await CompanyAsync(), await UserAsync());
        var body = new GetOrCreateCompanyMembershipRequestBody { CompanyId = company.Id, UserId = user.Id };

        var first = (await Production.Companies.GetOrCreateMembershipAsync(body, Cancellation)).Data;
        var again = (await Production.Companies.GetOrCreateMembershipAsync(body, Cancellation)).Data;

        Assert.Equal(first, again);
        Assert.Equal((company.Id, user.Id, company.Name), (first.CompanyId, first.UserId, first.Company!.Name));
        Assert.Equal(1, (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.UserCount);
        Assert.Equal(
            first.Id,
            Assert.Single((await Production.Users.GetAsync(user.Id, Cancellation)).Data.CompanyMemberships).Id
        );
    }

    [Fact]
    public async Task Memberships_are_filtered_paged_and_counted_by_company_and_by_user()
    {
        var (one, other) = (await CompanyAsync(), await CompanyAsync());
        var (ada, bob) = (await UserAsync(), await UserAsync());
        var ids = new List<string>();
        foreach (var (company, user) in new[] { (one, ada), (one, bob), (other, ada) })
            ids.Add(
                (
                    await Production.Companies.GetOrCreateMembershipAsync(
                        new GetOrCreateCompanyMembershipRequestBody { CompanyId = company.Id, UserId = user.Id },
                        Cancellation
                    )
                )
                    .Data
                    .Id
            );

        Assert.Equal([ids[1], ids[0]], await ListAsync($"company_id={one.Id}"));
        Assert.Equal([ids[2], ids[0]], await ListAsync($"user_id={ada.Id}"));
        Assert.Equal([ids[0]], await ListAsync($"user_id={ada.Id}&company_id={one.Id}"));
        Assert.Equal([ids[0]], await ListAsync($"company_id={one.Id}&limit=1&offset=1", counted: 2));
        Assert.Empty(await ListAsync($"user_id={bob.Id}&company_id={other.Id}"));
        Assert.Empty(await ListAsync("company_id=comp_nobody"));
    }

    [Fact]
    public async Task A_deleted_membership_leaves_company_and_user()
    {
        var (company, user) = (await CompanyAsync(), await UserAsync());
        var membership = (
            await Production.Companies.GetOrCreateMembershipAsync(
                new GetOrCreateCompanyMembershipRequestBody { CompanyId = company.Id, UserId = user.Id },
                Cancellation
            )
        ).Data;

        await Production.Companies.DeleteMembershipAsync(membership.Id, Cancellation);

        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.DeleteMembershipAsync(membership.Id, Cancellation)
        );
        Assert.Equal(0, (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.UserCount);
        Assert.Empty((await Production.Users.GetAsync(user.Id, Cancellation)).Data.CompanyMemberships);
    }

    [Fact]
    public async Task Whom_this_environment_does_not_know_joins_nothing()
    {
        var (company, user) = (await CompanyAsync(), await UserAsync());
        var foreign = (
            await Staging.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["email"] = Unique("bob") } },
                Cancellation
            )
        ).Data;

        foreach (
            var (companyId, userId) in new[]
            {
                (company.Id, foreign.Id),
                (company.Id, "user_nobody"),
                ("comp_nobody", user.Id),
                (user.Id, company.Id),
            }
        )
            await RefusedAsync(
                HttpStatusCode.NotFound,
                () =>
                    Production.Companies.GetOrCreateMembershipAsync(
                        new GetOrCreateCompanyMembershipRequestBody { CompanyId = companyId, UserId = userId },
                        Cancellation
                    )
            );
    }

    private async Task<CompanyDetailResponseData> CompanyAsync() =>
        (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") },
                },
                Cancellation
            )
        ).Data;

    private async Task<UserDetailResponseData> UserAsync() =>
        (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["email"] = Unique("ada") } },
                Cancellation
            )
        ).Data;

    // Holds the count to the list on the way.
    private async Task<IReadOnlyList<string>> ListAsync(string query, int? counted = null)
    {
        var ids = (await SendAsync("GET", $"/company-memberships?{query}"))
            .Data.EnumerateArray()
            .Select(static membership => membership.GetProperty("id").GetString()!)
            .ToList();
        Assert.Equal(
            counted ?? ids.Count,
            (await SendAsync("GET", $"/company-memberships/count?{query}")).Data.GetProperty("count").GetInt32()
        );
        return ids;
    }
}

public sealed class CompanyMembershipTestsOnSqlite(SqliteApi api)
    : CompanyMembershipTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyMembershipTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyMembershipTests(api),
        IClassFixture<PostgreSqlApi>;
