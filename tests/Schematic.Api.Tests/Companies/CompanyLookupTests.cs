using System.Net;
using System.Text;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>Finding one company, and deleting it.</summary>
public abstract class CompanyLookupTests(ApiFixture api) : ApiTopic(api)
{
    [Theory]
    [InlineData("domain={0}")]
    [InlineData("keys[domain]={0}")]
    [InlineData("keys={{\"domain\":\"{0}\"}}")]
    [InlineData("keys[domain]={0}&keys[crm]={0}")]
    [InlineData("domain={0}&crm={0}")]
    [InlineData("keys[domain]={0}&keys[crm]=unknown")]
    [InlineData("id={1}")]
    [InlineData("keys[id]={1}&domain={0}")]
    public async Task A_company_is_looked_up_by_any_of_its_keys_in_every_form_that_clients_send(string form)
    {
        var value = Unique("acme & sons+%/?#é");
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = value, ["crm"] = value },
                },
                Cancellation
            )
        ).Data;
        var query = new StringBuilder(form)
            .Replace("{0}", Uri.EscapeDataString(value))
            .Replace("{1}", company.Id)
            .Replace("{{", Uri.EscapeDataString("{"))
            .Replace("}}", Uri.EscapeDataString("}"))
            .Replace("\"", "%22")
            .ToString();

        var answer = await SendAsync("GET", $"/companies/lookup?{query}");

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(company.Id, answer.Data.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("domain=", 400)]
    [InlineData("keys={}", 400)]
    [InlineData("keys={\"domain\":1}", 400)]
    [InlineData("keys={\"domain\":\"a\",\"domain\":\"b\"}", 400)]
    [InlineData("keys={\"domain\":", 400)]
    [InlineData("keys=[]", 404)]
    [InlineData("domain=a&domain=b", 400)]
    [InlineData("keys[domain]=a&domain=b", 400)]
    [InlineData("domain=nobody", 404)]
    [InlineData("nosuch=nobody", 404)]
    [InlineData("keys[Domain]=known", 404)]
    [InlineData("id=comp_nobody", 404)]
    [InlineData("id=comp_nobody&domain=known", 404)]
    [InlineData("domain=known&crm=other", 409)]
    [InlineData("domain=%ED%A0%80", 404)]
    [InlineData("domain=%00", 400)]
    public async Task A_look_up_that_finds_no_one_company_says_why(string query, int status)
    {
        await Production.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "known" } },
            Cancellation
        );
        await Production.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["crm"] = "other" } },
            Cancellation
        );

        var answer = await SendAsync("GET", $"/companies/lookup?{query}");

        Assert.True((int)answer.Status == status, $"{answer.Status} {answer.Text}");
        AssertSentence(answer.Error);
    }

    [Theory]
    [InlineData("/companies/comp_nobody")]
    [InlineData("/companies/%20")]
    [InlineData("/companies/..%2Fcompanies")]
    [InlineData("/companies/%F0%9F%9A%80")]
    [InlineData("/companies/%ED%A0%80")]
    public async Task An_id_that_nobody_has_is_not_found(string path)
    {
        foreach (var method in new[] { "GET", "DELETE" })
        {
            var answer = await SendAsync(method, path);

            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{answer.Status} {answer.Text}");
            AssertSentence(answer.Error);
        }
    }

    [Fact]
    public async Task A_deleted_company_takes_its_keys_and_memberships_along_and_leaves_its_users()
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
        var id = user.CompanyMemberships[0].CompanyId;

        Assert.True((await Production.Companies.DeleteAsync(id, Cancellation)).Data.Deleted);

        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Companies.GetAsync(id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Companies.DeleteAsync(id, Cancellation));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)
        );
        Assert.Empty((await Production.Users.GetAsync(user.Id, Cancellation)).Data.CompanyMemberships);
        Assert.Empty(
            (
                await Production.Companies.ListMembershipsAsync(
                    new CompanyMembershipsQuery { UserId = user.Id },
                    Cancellation
                )
            ).Data
        );
        Assert.NotEqual(
            id,
            (await Production.Companies.UpsertAsync(new UpsertCompanyRequestBody { Keys = keys }, Cancellation)).Data.Id
        );
    }

    [Fact]
    public async Task A_company_deleted_by_its_keys_is_told_as_it_was()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = keys, Name = "Acme" },
                Cancellation
            )
        ).Data;

        var deleted = (
            await Production.Companies.DeleteByKeysAsync(new KeysRequestBody { Keys = keys }, Cancellation)
        ).Data;

        Assert.Equal((company.Id, "Acme"), (deleted.Id, deleted.Name));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.DeleteByKeysAsync(new KeysRequestBody { Keys = keys }, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () =>
                Production.Companies.DeleteByKeysAsync(
                    new KeysRequestBody { Keys = new Dictionary<string, string>() },
                    Cancellation
                )
        );
    }

    [Fact]
    public async Task Keys_of_two_companies_delete_neither()
    {
        var one = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = Unique("one") } },
                Cancellation
            )
        ).Data;
        var other = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["crm"] = Unique("other") } },
                Cancellation
            )
        ).Data;

        await RefusedAsync(
            HttpStatusCode.Conflict,
            () =>
                Production.Companies.DeleteByKeysAsync(
                    new KeysRequestBody
                    {
                        Keys = new Dictionary<string, string> { ["domain"] = one.Name, ["crm"] = other.Name },
                    },
                    Cancellation
                )
        );

        await Production.Companies.GetAsync(one.Id, Cancellation);
        await Production.Companies.GetAsync(other.Id, Cancellation);
    }
}

public sealed class CompanyLookupTestsOnSqlite(SqliteApi api) : CompanyLookupTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyLookupTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyLookupTests(api),
        IClassFixture<PostgreSqlApi>;
