using System.Net;
using System.Text.Json;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary><c>POST /company-traits</c>: set or add to one trait.</summary>
public abstract class CompanyTraitTests(ApiFixture api) : ApiTopic(api)
{
    [Theory]
    [InlineData("null", "\"set\":\"Gold\"", "\"Gold\"")]
    [InlineData("\"Silver\"", "\"set\":\"Gold\"", "\"Gold\"")]
    [InlineData("1", "\"set\":\"2\"", "2")]
    [InlineData("1", "\"set\":\"many\"", "\"many\"")]
    [InlineData("true", "\"set\":\"false\"", "false")]
    [InlineData("\"Silver\"", "\"set\":\"\"", "\"\"")]
    [InlineData("null", "\"incr\":5", "5")]
    [InlineData("1", "\"incr\":0", "1")]
    [InlineData("1", "\"incr\":-3", "-2")]
    [InlineData("1.25", "\"incr\":1", "2.25")]
    [InlineData("\"41\"", "\"incr\":1", "\"42\"")]
    [InlineData("9223372036854775807", "\"incr\":1", "9223372036854775808")]
    [InlineData("0.1", "\"incr\":9007199254740993", "9007199254740993.1")]
    [InlineData("1e3", "\"incr\":1", "1001")]
    public async Task A_trait_is_set_or_added_to(string before, string change, string after)
    {
        var (domain, trait) = (Unique("acme.example"), Unique("trait"));
        await SendAsync(
            "POST",
            "/companies",
            $$$"""{"keys":{"domain":"{{{domain}}}"},"traits":{"{{{trait}}}":{{{before}}}}}"""
        );

        var answer = await SendAsync(
            "POST",
            "/company-traits",
            $$$"""{"keys":{"domain":"{{{domain}}}"},"trait":"{{{trait}}}",{{{change}}}}"""
        );

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(after, answer.Data.GetProperty("traits").GetProperty(trait).GetRawText());
        Assert.Equal(
            after,
            (await SendAsync("GET", $"/companies/lookup?domain={domain}"))
                .Data.GetProperty("traits")
                .GetProperty(trait)
                .GetRawText()
        );
    }

    [Theory]
    [InlineData("\"Silver\"", "\"incr\":1")]
    [InlineData("true", "\"incr\":1")]
    [InlineData("79228162514264337593543950335", "\"incr\":1")]
    [InlineData("1e300", "\"incr\":1")]
    [InlineData("1", "\"incr\":1,\"set\":\"2\"")]
    [InlineData("1", "\"update_only\":true")]
    [InlineData("1", "\"incr\":1.5")]
    [InlineData("1", "\"incr\":9223372036854775808")]
    public async Task What_cannot_be_added_or_meant_is_refused_and_changes_nothing(string before, string change)
    {
        var (domain, trait) = (Unique("acme.example"), Unique("trait"));
        await SendAsync(
            "POST",
            "/companies",
            $$$"""{"keys":{"domain":"{{{domain}}}"},"traits":{"{{{trait}}}":{{{before}}}}}"""
        );

        var answer = await SendAsync(
            "POST",
            "/company-traits",
            $$$"""{"keys":{"domain":"{{{domain}}}"},"trait":"{{{trait}}}",{{{change}}}}"""
        );

        Assert.True(answer.Status == HttpStatusCode.BadRequest, answer.Text);
        AssertSentence(answer.Error);
        Assert.Equal(
            before,
            (await SendAsync("GET", $"/companies/lookup?domain={domain}"))
                .Data.GetProperty("traits")
                .GetProperty(trait)
                .GetRawText()
        );
    }

    [Fact]
    public async Task A_trait_of_a_company_nobody_knows_creates_it_unless_told_not_to()
    {
        var body = new UpsertTraitRequestBody
        {
            Keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") },
            Trait = "seats",
            Incr = 1,
        };

        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.UpsertTraitAsync(body with { UpdateOnly = true }, Cancellation)
        );
        var created = (await Production.Companies.UpsertTraitAsync(body, Cancellation)).Data;
        var updated = (await Production.Companies.UpsertTraitAsync(body with { UpdateOnly = true }, Cancellation)).Data;

        Assert.Equal(created.Id, updated.Id);
        Assert.Equal(2, updated.Traits!["seats"].GetInt32());
    }

    [Fact]
    public async Task Traits_of_users_are_set_and_added_to_in_the_same_way()
    {
        var keys = new Dictionary<string, string> { ["email"] = Unique("ada") };

        await Production.Users.UpsertTraitAsync(
            new UpsertTraitRequestBody
            {
                Keys = keys,
                Trait = "logins",
                Incr = 2,
            },
            Cancellation
        );
        var user = (
            await Production.Users.UpsertTraitAsync(
                new UpsertTraitRequestBody
                {
                    Keys = keys,
                    Trait = "role",
                    Set = "Owner",
                },
                Cancellation
            )
        ).Data;

        Assert.Equal(JsonValueKind.Number, user.Traits!["logins"].ValueKind);
        Assert.Equal("Owner", user.Traits["role"].GetString());
        Assert.All(user.EntityTraits, static trait => Assert.Equal(EntityType.User, trait.Definition!.EntityType));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)
        );
    }
}

public sealed class CompanyTraitTestsOnSqlite(SqliteApi api) : CompanyTraitTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyTraitTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyTraitTests(api),
        IClassFixture<PostgreSqlApi>;
