using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Users;

/// <summary>Which companies an upsert puts a user in: one that is named is added, a list is the whole truth.</summary>
public abstract class UserMembershipChangeTests(ApiFixture api) : ApiTopic(api)
{
    // The user is in A and B; companies are written by their letters, {A} stands for an id, N for one nobody knows yet.
    [Theory]
    [InlineData("", "AB")]
    [InlineData("\"company\":{\"k\":\"A\"}", "AB")]
    [InlineData("\"company\":{\"k\":\"C\"}", "ABC")]
    [InlineData("\"company\":{\"k\":\"N\"}", "ABN")]
    [InlineData("\"company_id\":\"{C}\"", "ABC")]
    [InlineData("\"companies\":[{\"k\":\"C\"}]", "C")]
    [InlineData("\"companies\":[{\"k\":\"A\"},{\"k\":\"N\"}]", "AN")]
    [InlineData("\"companies\":[{\"k\":\"A\"},{\"k\":\"A\"},{\"id\":\"{A}\"}]", "A")]
    [InlineData("\"companies\":[]", "")]
    [InlineData("\"company_ids\":[\"{B}\",\"{C}\"]", "BC")]
    [InlineData("\"company_ids\":[]", "")]
    [InlineData("\"company\":null,\"companies\":null", "AB")]
    [InlineData("\"company\":{\"k\":\"C\"},\"companies\":[{\"k\":\"A\"}]", "ABC")]
    [InlineData("\"company_id\":\"{C}\",\"company_ids\":[\"{A}\"]", "ABC")]
    [InlineData("\"company_ids\":[\"{A}\"],\"companies\":[{\"k\":\"C\"}]", "AC")]
    [InlineData("\"company\":{\"k\":\"N\"},\"update_only\":false", "ABN")]
    public async Task An_upsert_of_a_user_says_its_companies(string companies, string after)
    {
        var tag = Unique("");
        var ids = await CompaniesAsync(tag);
        var email = Unique("ada");
        await Production.Users.UpsertAsync(
            new UpsertUserRequestBody
            {
                Keys = new Dictionary<string, string> { ["email"] = email },
                CompanyIds = [ids["A"], ids["B"]],
            },
            Cancellation
        );

        var answer = await SendAsync(
            "POST",
            "/users",
            $$$"""{"keys":{"email":"{{{email}}}"}{{{(companies.Length == 0 ? "" : ",")}}}{{{Fill(companies, ids, tag)}}}}"""
        );

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var user = (await Production.Users.GetAsync(answer.Data.GetProperty("id").GetString()!, Cancellation)).Data;
        Assert.Equal(
            after,
            string.Concat(user.CompanyMemberships.Select(static membership => membership.Company!.Name[0]).Order())
        );
        Assert.Equal(answer.Data.GetProperty("company_memberships").GetArrayLength(), user.CompanyMemberships.Count);
    }

    [Theory]
    [InlineData("\"company_id\":\"comp_nobody\"", 404)]
    [InlineData("\"company_ids\":[\"{C}\",\"comp_nobody\"]", 404)]
    [InlineData("\"company\":{\"k\":\"A\",\"k2\":\"C\"}", 409)]
    [InlineData("\"company\":{}", 400)]
    [InlineData("\"companies\":[{\"k\":\"N\"},{}]", 400)]
    [InlineData("\"company\":{\"k\":\"N\"},\"update_only\":true", 404)]
    public async Task A_company_that_cannot_be_meant_changes_neither_the_user_nor_another_company(
        string companies,
        int status
    )
    {
        var tag = Unique("");
        var ids = await CompaniesAsync(tag);
        var email = Unique("ada");
        var user = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = email },
                    CompanyIds = [ids["A"], ids["B"]],
                },
                Cancellation
            )
        ).Data;

        var answer = await SendAsync(
            "POST",
            "/users",
            $$$"""{"keys":{"email":"{{{email}}}"},"name":"Changed",{{{Fill(companies, ids, tag)}}}}"""
        );

        Assert.True((int)answer.Status == status, $"{answer.Status} {answer.Text}");
        AssertSentence(answer.Error);
        var after = (await Production.Users.GetAsync(user.Id, Cancellation)).Data;
        Assert.Equal(user.Name, after.Name);
        Assert.Equal(
            user.CompanyMemberships.Select(static membership => membership.Id),
            after.CompanyMemberships.Select(static membership => membership.Id)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("GET", $"/companies/lookup?k=N{tag}")).Status);
    }

    [Fact]
    public async Task A_user_that_cannot_be_created_brings_no_company()
    {
        var (email, domain) = (Unique("ada"), Unique("acme.example"));
        var keys = new Dictionary<string, string> { ["email"] = email };
        await Production.Users.CreateAsync(new UpsertUserRequestBody { Keys = keys }, Cancellation);

        await RefusedAsync(
            HttpStatusCode.Conflict,
            () =>
                Production.Users.CreateAsync(
                    new UpsertUserRequestBody
                    {
                        Keys = keys,
                        Company = new Dictionary<string, string> { ["domain"] = domain },
                    },
                    Cancellation
                )
        );

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("GET", $"/companies/lookup?domain={domain}")).Status);
    }

    // A, B and C, where C is also known as k2.
    private async Task<Dictionary<string, string>> CompaniesAsync(string tag)
    {
        var ids = new Dictionary<string, string>();
        foreach (var letter in new[] { "A", "B", "C" })
        {
            var keys = new Dictionary<string, string> { ["k"] = letter + tag };
            if (letter == "C")
                keys["k2"] = letter + tag;
            ids[letter] = (
                await Production.Companies.UpsertAsync(
                    new UpsertCompanyRequestBody { Keys = keys, Name = letter },
                    Cancellation
                )
            )
                .Data
                .Id;
        }

        return ids;
    }

    private static string Fill(string companies, Dictionary<string, string> ids, string tag)
    {
        foreach (var (letter, id) in ids)
            companies = companies.Replace($"{{{letter}}}", id, StringComparison.Ordinal);
        foreach (var letter in new[] { "A", "B", "C", "N" })
            companies = companies.Replace($"\"{letter}\"", $"\"{letter}{tag}\"", StringComparison.Ordinal);
        return companies;
    }
}

public sealed class UserMembershipChangeTestsOnSqlite(SqliteApi api)
    : UserMembershipChangeTests(api),
        IClassFixture<SqliteApi>;

public sealed class UserMembershipChangeTestsOnPostgreSql(PostgreSqlApi api)
    : UserMembershipChangeTests(api),
        IClassFixture<PostgreSqlApi>;
