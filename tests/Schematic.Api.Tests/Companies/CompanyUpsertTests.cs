using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>The rules of "Keys and upserts".</summary>
public abstract class CompanyUpsertTests(ApiFixture api) : ApiTopic(api)
{
    // Keys are written "name=value name=value"; values are made unique to the test.
    [Theory]
    [InlineData("d=a", "d=a", "", "d=a")]
    [InlineData("d=a", "d=a c=1", "", "c=1 d=a")]
    [InlineData("d=a c=1", "c=1", "", "c=1 d=a")]
    [InlineData("d=a c=1", "c=1 d=b", "", "c=1 d=b")]
    [InlineData("d=a c=1", "c=1 d=b e=x", "", "c=1 d=b e=x")]
    [InlineData("d=a c=1", "d=a", "c", "d=a")]
    [InlineData("d=a c=1", "d=a e=x", "c", "d=a e=x")]
    [InlineData("d=a c=1", "d=a", "nosuch", "c=1 d=a")]
    [InlineData("d=a c=1", "d=a", "d", "c=1")]
    [InlineData("d=a", "d=a c=1", "d", "c=1")]
    [InlineData("d=a c=1", "d=a c=2", "d", "c=2")]
    [InlineData("d=a c=1", "c=1 d=other", "d", "c=1")]
    [InlineData("d=a", "d=a c=1", "nosuch", "c=1 d=a")]
    [InlineData("d=a d2=a", "d=a", "d2", "d=a")]
    [InlineData("d=a", "d=a D=b", "", "D=b d=a")]
    public async Task An_upsert_adds_changes_and_removes_keys_of_the_company_it_finds(
        string before,
        string given,
        string remove,
        string after
    )
    {
        var tag = Unique("");
        var company = await UpsertAsync(Keys(before, tag));

        var updated = await UpsertAsync(
            Keys(given, tag),
            body => body with { RemoveKeys = remove.Length == 0 ? null : [remove] }
        );

        Assert.Equal(company.Id, updated.Id);
        Assert.Equal(Keys(after, tag), KeysOf(updated));
        Assert.Equal(Keys(after, tag), KeysOf((await Production.Companies.GetAsync(company.Id, Cancellation)).Data));
    }

    [Fact]
    public async Task Keys_nobody_has_create_a_company_named_after_the_first_of_them()
    {
        var domain = Unique("acme.example");

        var company = await UpsertAsync(new() { ["domain"] = domain, ["crm"] = Unique("7") });

        Assert.StartsWith("comp_", company.Id, StringComparison.Ordinal);
        Assert.Equal(domain, company.Name);
        Assert.Equal(0, company.UserCount);
        Assert.Null(company.Plan);
    }

    [Fact]
    public async Task A_name_is_kept_until_another_is_given()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        await UpsertAsync(keys, static body => body with { Name = "Acme" });

        Assert.Equal("Acme", (await UpsertAsync(keys)).Name);
        Assert.Equal("Acme Inc.", (await UpsertAsync(keys, static body => body with { Name = "Acme Inc." })).Name);
    }

    // A company is named after its key at most to the length a name may have; half a character is no character.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_long_key_of_emoji_names_a_company_without_being_cut_in_the_middle_of_one(int letters)
    {
        var value =
            new string('a', letters) + Guid.NewGuid().ToString("n") + string.Concat(Enumerable.Repeat("🚀", 300));

        var company = await UpsertAsync(new() { ["domain"] = value });

        Assert.StartsWith(company.Name, value, StringComparison.Ordinal);
        Assert.Equal(256, company.Name.EnumerateRunes().Count());
    }

    [Theory]
    [InlineData("d=a c=1", "c=1 d=b", "d=b")]
    [InlineData("d=a c=1", "c=2 d=a", "c=2")]
    public async Task A_key_that_may_not_be_remapped_keeps_its_value(string before, string given, string conflicting)
    {
        var tag = Unique("");
        var company = await UpsertAsync(Keys(before, tag));

        var error = await RefusedAsync(
            HttpStatusCode.Conflict,
            () => UpsertAsync(Keys(given, tag), static body => body with { PreventKeyRemap = true })
        );

        Assert.Contains(company.Id, error, StringComparison.Ordinal);
        Assert.Contains(conflicting[..1], error, StringComparison.Ordinal);
        Assert.Equal(Keys(before, tag), KeysOf((await Production.Companies.GetAsync(company.Id, Cancellation)).Data));
    }

    [Fact]
    public async Task A_new_key_is_no_remapping()
    {
        var tag = Unique("");
        await UpsertAsync(Keys("d=a", tag));

        var updated = await UpsertAsync(Keys("d=a c=1", tag), static body => body with { PreventKeyRemap = true });

        Assert.Equal(Keys("c=1 d=a", tag), KeysOf(updated));
    }

    [Fact]
    public async Task A_key_that_may_not_be_remapped_may_be_renamed()
    {
        var tag = Unique("");
        var company = await UpsertAsync(Keys("d=a c=1", tag));

        var renamed = await UpsertAsync(
            Keys("d=a e=a", tag),
            static body => body with { RemoveKeys = ["d"], PreventKeyRemap = true }
        );

        Assert.Equal(company.Id, renamed.Id);
        Assert.Equal(Keys("c=1 e=a", tag), KeysOf(renamed));
    }

    [Fact]
    public async Task A_renamed_key_is_found_and_searched_under_its_new_value_only()
    {
        var (before, after) = (Unique("old"), Unique("new"));
        var company = await UpsertAsync(new() { ["old"] = before }, static body => body with { Name = "Renamed" });

        await UpsertAsync(
            new() { ["old"] = before, ["new"] = after },
            static body => body with { RemoveKeys = ["old"] }
        );

        Assert.Empty((await Production.Companies.ListAsync(new CompaniesQuery { Q = before }, Cancellation)).Data);
        Assert.Equal(
            company.Id,
            Assert
                .Single((await Production.Companies.ListAsync(new CompaniesQuery { Q = after }, Cancellation)).Data)
                .Id
        );
        Assert.Equal(company.Id, (await UpsertAsync(new() { ["new"] = after })).Id);
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () =>
                Production.Companies.LookupAsync(
                    new KeysQuery { Keys = new Dictionary<string, string> { ["old"] = before } },
                    Cancellation
                )
        );
    }

    [Fact]
    public async Task A_new_company_is_not_given_the_keys_that_are_to_be_removed()
    {
        var tag = Unique("");

        var company = await UpsertAsync(Keys("d=a c=1", tag), static body => body with { RemoveKeys = ["d"] });

        Assert.Equal(Keys("c=1", tag), KeysOf(company));
        Assert.Equal($"1{tag}", company.Name);
    }

    [Theory]
    [InlineData("d=a", "d=a", "d")]
    [InlineData("d=a c=1", "d=a c=1", "d c")]
    [InlineData("d=a c=1", "d=a", "d c")]
    [InlineData("", "d=a", "d")]
    public async Task The_last_key_cannot_be_removed(string before, string given, string remove)
    {
        var tag = Unique("");
        var company = before.Length == 0 ? null : await UpsertAsync(Keys(before, tag));

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () =>
                UpsertAsync(
                    Keys(given, tag),
                    body => body with { RemoveKeys = remove.Split(' '), Name = $"Changed {tag}" }
                )
        );

        Assert.Empty(
            (await Production.Companies.ListAsync(new CompaniesQuery { Q = $"Changed {tag}" }, Cancellation)).Data
        );
        if (company is not null)
            Assert.Equal(KeysOf(company), KeysOf((await Production.Companies.GetAsync(company.Id, Cancellation)).Data));
    }

    [Fact]
    public async Task The_last_key_cannot_be_removed_by_id()
    {
        var company = await UpsertAsync(new() { ["domain"] = Unique("acme.example") });

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => UpsertAsync([], body => body with { Id = company.Id, RemoveKeys = ["domain"], Name = "Changed" })
        );

        var after = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        Assert.Equal(KeysOf(company), KeysOf(after));
        Assert.Equal(company.Name, after.Name);
    }

    [Fact]
    public async Task A_removed_key_finds_nobody_and_may_be_given_to_another()
    {
        var tag = Unique("");
        var first = await UpsertAsync(Keys("d=a c=1", tag));
        await UpsertAsync(Keys("d=a", tag), static body => body with { RemoveKeys = ["c"] });

        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.LookupAsync(new KeysQuery { Keys = Keys("c=1", tag) }, Cancellation)
        );

        Assert.NotEqual(first.Id, (await UpsertAsync(Keys("c=1", tag))).Id);
    }

    [Fact]
    public async Task Keys_of_different_companies_are_refused_with_both_ids_and_change_neither()
    {
        var tag = Unique("");
        var one = await UpsertAsync(Keys("d=a", tag));
        var other = await UpsertAsync(Keys("c=1", tag));

        var error = await RefusedAsync(
            HttpStatusCode.Conflict,
            () => UpsertAsync(Keys("d=a c=1", tag), static body => body with { Name = "Changed" })
        );

        Assert.Contains(one.Id, error, StringComparison.Ordinal);
        Assert.Contains(other.Id, error, StringComparison.Ordinal);
        foreach (var before in new[] { one, other })
        {
            var after = (await Production.Companies.GetAsync(before.Id, Cancellation)).Data;
            Assert.Equal((before.Name, before.UpdatedAt), (after.Name, after.UpdatedAt));
            Assert.Equal(KeysOf(before), KeysOf(after));
        }
    }

    [Fact]
    public async Task An_id_and_a_key_of_another_company_are_refused_with_both_ids()
    {
        var one = await UpsertAsync(new() { ["domain"] = Unique("one") });
        var other = await UpsertAsync(new() { ["domain"] = Unique("other") });

        var error = await RefusedAsync(
            HttpStatusCode.Conflict,
            () => UpsertAsync(KeysOf(other), body => body with { Id = one.Id })
        );

        Assert.Contains(one.Id, error, StringComparison.Ordinal);
        Assert.Contains(other.Id, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_is_found_by_its_id_as_a_member_or_as_the_key_named_id()
    {
        var company = await UpsertAsync(new() { ["domain"] = Unique("acme.example") });
        var crm = Unique("crm");

        var byMember = await UpsertAsync(new() { ["crm"] = crm }, body => body with { Id = company.Id });
        var byKey = await UpsertAsync(new() { ["id"] = company.Id }, static body => body with { Name = "By key" });

        Assert.Equal(company.Id, byMember.Id);
        Assert.Equal(crm, KeysOf(byMember)["crm"]);
        Assert.Equal((company.Id, "By key"), (byKey.Id, byKey.Name));
        Assert.DoesNotContain(byKey.Keys, static key => key.Key == "id");
    }

    [Fact]
    public async Task Two_different_ids_are_refused()
    {
        var company = await UpsertAsync(new() { ["domain"] = Unique("acme.example") });

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => UpsertAsync(new() { ["id"] = company.Id }, static body => body with { Id = "comp_other" })
        );
    }

    [Fact]
    public async Task An_id_that_does_not_exist_is_not_found_even_beside_a_key_that_does()
    {
        var company = await UpsertAsync(new() { ["domain"] = Unique("acme.example") });

        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => UpsertAsync(KeysOf(company), static body => body with { Id = "comp_nobody", Name = "Changed" })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => UpsertAsync([], static body => body with { Id = "comp_nobody" })
        );

        Assert.Equal(company.Name, (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.Name);
    }

    [Fact]
    public async Task The_same_keys_in_another_environment_are_another_company()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        var here = await UpsertAsync(keys);

        var there = (
            await Staging.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = keys, Name = "Elsewhere" },
                Cancellation
            )
        ).Data;

        Assert.NotEqual(here.Id, there.Id);
        Assert.Equal(here.Name, (await Production.Companies.GetAsync(here.Id, Cancellation)).Data.Name);
    }

    [Fact]
    public async Task Without_a_key_or_an_id_nothing_can_be_meant() =>
        await RefusedAsync(HttpStatusCode.BadRequest, () => UpsertAsync([]));

    [Theory]
    [InlineData("", "value")]
    [InlineData("name", "")]
    public async Task A_key_has_a_name_and_a_value(string name, string value) =>
        await RefusedAsync(HttpStatusCode.BadRequest, () => UpsertAsync(new() { [name] = value }));

    [Fact]
    public async Task Update_only_creates_nothing_and_updates_what_is_there()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => UpsertAsync(keys, static body => body with { UpdateOnly = true })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Companies.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)
        );
        var company = await UpsertAsync(keys);

        Assert.Equal(company.Id, (await UpsertAsync(keys, static body => body with { UpdateOnly = true })).Id);
    }

    [Fact]
    public async Task Create_answers_201_once_and_then_refuses_with_the_id_of_whom_the_key_belongs_to()
    {
        var domain = Unique("acme.example");
        var body = $$"""{"keys":{"domain":"{{domain}}"},"name":"First"}""";

        var created = await SendAsync("POST", "/companies/create", body);
        var again = await SendAsync(
            "POST",
            "/companies/create",
            $$"""{"keys":{"domain":"{{domain}}","crm":"{{domain}}"},"name":"Second"}"""
        );

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains(created.Data.GetProperty("id").GetString()!, again.Error, StringComparison.Ordinal);
        var company = (
            await Production.Companies.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;
        Assert.Equal("First", company.Name);
        Assert.Single(company.Keys);
    }

    [Fact]
    public async Task Last_seen_is_now_unless_it_is_said()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        var longAgo = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.FromHours(7)).AddTicks(1_234_560);

        var now = await UpsertAsync(keys);
        var then = await UpsertAsync(keys, body => body with { LastSeenAt = longAgo });
        var again = await UpsertAsync(keys);

        Assert.Equal(now.CreatedAt, now.LastSeenAt);
        Assert.Equal(longAgo, then.LastSeenAt);
        Assert.True(again.LastSeenAt >= now.LastSeenAt);
        Assert.Equal(now.CreatedAt, again.CreatedAt);
    }

    [Theory]
    [InlineData("2026-11-20T13:37:00Z", "2026-11-20T13:37:00.000000Z")]
    [InlineData("2026-11-20T15:37:00.123456789+02:00", "2026-11-20T13:37:00.123456Z")]
    [InlineData("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z")]
    public async Task A_time_is_kept_to_the_microsecond_and_told_in_utc(string given, string told)
    {
        var domain = Unique("acme.example");

        var answer = await SendAsync(
            "POST",
            "/companies",
            $$"""{"keys":{"domain":"{{domain}}"},"last_seen_at":"{{given}}"}"""
        );

        Assert.Equal(told, answer.Data.GetProperty("last_seen_at").GetString());
        Assert.Equal(
            told,
            (await SendAsync("GET", $"/companies/lookup?domain={domain}")).Data.GetProperty("last_seen_at").GetString()
        );
    }

    [Theory]
    [InlineData("žluťoučký kůň")]
    [InlineData("شركة الأمل")]
    [InlineData("‮ebircs‬")]
    [InlineData("e\u0301 é")]
    [InlineData("👩‍👩‍👧‍👦 & 🏳️‍🌈")]
    [InlineData("  leading and trailing  ")]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("'; DROP TABLE entities; --")]
    [InlineData("tab\tnewline\nquote\"backslash\\")]
    [InlineData("\u0001\u007f\u0085\ufeff\ufffd")]
    public async Task Text_of_every_script_is_kept_to_the_letter_in_names_keys_and_traits(string text)
    {
        var value = text + Unique("");

        var company = await UpsertAsync(
            new() { [text] = value },
            body => body with { Name = value, Traits = Traits($$"""{{{Quoted(text)}}:{{Quoted(value)}}}""") }
        );

        var found = (
            await Production.Companies.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { [text] = value } },
                Cancellation
            )
        ).Data;
        Assert.Equal(company.Id, found.Id);
        Assert.Equal(value, found.Name);
        Assert.Equal(value, KeysOf(found)[text]);
        Assert.Equal(value, found.Traits![text].GetString());
    }

    // Texts that look alike are not equal: a composed and a decomposed é, upper and lower case.
    [Theory]
    [InlineData("é", "e\u0301")]
    [InlineData("ACME", "acme")]
    [InlineData("ß", "ss")]
    [InlineData("x", "x ")]
    public async Task Keys_are_compared_to_the_letter(string one, string other)
    {
        var tag = Unique("");

        var first = await UpsertAsync(new() { ["name"] = tag + one });
        var second = await UpsertAsync(new() { ["name"] = tag + other });

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Two_keys_of_4096_characters_that_differ_in_the_last_are_two_companies()
    {
        var text = Unique("").PadRight(4095, 'x');

        var one = await UpsertAsync(new() { ["long"] = text + "1" });
        var other = await UpsertAsync(new() { ["long"] = text + "2" });

        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal(text + "1", KeysOf(one)["long"]);
        Assert.Equal(
            one.Id,
            (await Production.Companies.LookupAsync(new KeysQuery { Keys = KeysOf(one) }, Cancellation)).Data.Id
        );
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"b":"x"}""", """{"a":1,"b":"x"}""")]
    [InlineData("""{"a":1,"b":"x"}""", """{"b":"y"}""", """{"a":1,"b":"y"}""")]
    [InlineData("""{"a":1,"b":"x"}""", """{"b":null}""", """{"a":1}""")]
    [InlineData("""{"a":1}""", """{"nosuch":null}""", """{"a":1}""")]
    [InlineData("""{"a":1}""", """{}""", """{"a":1}""")]
    [InlineData(
        """{}""",
        """{"address":{"city":"Ghent","geo":{"lat":51.05,"lon":3.72}}}""",
        """{"address":{"city":"Ghent","geo":{"lat":51.05,"lon":3.72}}}"""
    )]
    [InlineData(
        """{"address":{"city":"Ghent","zip":"9000"}}""",
        """{"address":{"city":"Bruges"}}""",
        """{"address":{"city":"Bruges","zip":"9000"}}"""
    )]
    [InlineData(
        """{"address":{"city":"Ghent","zip":"9000"}}""",
        """{"address":{"city":null}}""",
        """{"address":{"zip":"9000"}}"""
    )]
    [InlineData("""{"address":{"city":"Ghent","geo":{"lat":1}},"a":1}""", """{"address":null}""", """{"a":1}""")]
    [InlineData("""{"address":{"city":"Ghent"}}""", """{"address":"Ghent"}""", """{"address":"Ghent"}""")]
    [InlineData("""{"address":"Ghent"}""", """{"address":{"city":"Ghent"}}""", """{"address":{"city":"Ghent"}}""")]
    [InlineData("""{"address":{"city":"Ghent"},"address2":"x"}""", """{"address":null}""", """{"address2":"x"}""")]
    [InlineData("""{"a.b":1,"a":{"b":2}}""", """{"a":null}""", """{"a.b":1}""")]
    public async Task Traits_are_merged_and_null_removes(string before, string given, string after)
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        await UpsertAsync(keys, body => body with { Traits = Traits(before) });

        var company = await UpsertAsync(keys, body => body with { Traits = Traits(given) });

        AssertJson(after, company.Traits!);
        AssertJson(after, (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.Traits!);
    }

    [Fact]
    public async Task Traits_left_out_stay()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") };
        await UpsertAsync(keys, static body => body with { Traits = Traits("""{"a":1}""") });

        AssertJson("""{"a":1}""", (await UpsertAsync(keys)).Traits!);
    }

    [Theory]
    [InlineData("true", TraitType.Boolean)]
    [InlineData("false", TraitType.Boolean)]
    [InlineData("42", TraitType.Number)]
    [InlineData("-0.5", TraitType.Number)]
    [InlineData("\"42\"", TraitType.String)]
    [InlineData("\"true\"", TraitType.String)]
    [InlineData("\"\"", TraitType.String)]
    [InlineData("\"2026-11-20\"", TraitType.Date)]
    [InlineData("\"2026-02-30\"", TraitType.String)]
    [InlineData("\"2026-11-20T13:37:00Z\"", TraitType.Date)]
    [InlineData("\"2026-11-20T13:37:00.123+02:00\"", TraitType.Date)]
    [InlineData("\"2026-11-20T13:37:00\"", TraitType.String)]
    [InlineData("\"https://acme.example/a?b=c\"", TraitType.Url)]
    [InlineData("\"http://acme.example\"", TraitType.Url)]
    [InlineData("\"ftp://acme.example\"", TraitType.String)]
    [InlineData("\"https://\"", TraitType.String)]
    [InlineData("[1,\"two\"]", TraitType.String)]
    public async Task The_first_value_of_a_trait_says_its_type(string value, TraitType type)
    {
        var name = Unique("trait");

        var company = await UpsertAsync(
            new() { ["domain"] = Unique("acme.example") },
            body => body with { Traits = Traits($$"""{"{{name}}":{{value}}}""") }
        );

        var trait = Assert.Single(company.EntityTraits);
        Assert.Equal((type, name), (trait.Definition!.TraitType, trait.Definition.DisplayName));
        Assert.Equal([name], trait.Definition.Hierarchy);
        if (type is TraitType.Boolean or TraitType.Number)
            Assert.Equal(value, company.Traits![name].GetRawText());
        else
            Assert.Equal(JsonValueKind.String, company.Traits![name].ValueKind);
    }

    [Fact]
    public async Task A_later_value_of_another_kind_does_not_change_the_type()
    {
        var name = Unique("trait");
        await UpsertAsync(
            new() { ["domain"] = Unique("first") },
            body => body with { Traits = Traits($$"""{"{{name}}":1}""") }
        );

        var company = await UpsertAsync(
            new() { ["domain"] = Unique("second") },
            body => body with { Traits = Traits($$"""{"{{name}}":"many"}""") }
        );

        Assert.Equal(TraitType.Number, Assert.Single(company.EntityTraits).Definition!.TraitType);
        Assert.Equal("many", company.Traits![name].GetString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.10")]
    [InlineData("0.1")]
    [InlineData("-0")]
    [InlineData("1e3")]
    [InlineData("1E-7")]
    [InlineData("9007199254740993")]
    [InlineData("123456789012345678901234567890.123456789")]
    [InlineData("1.7976931348623157e308")]
    public async Task A_number_is_kept_to_the_digit(string number)
    {
        var name = Unique("number");
        var domain = Unique("acme.example");

        await SendAsync(
            "POST",
            "/companies",
            $$$"""{"keys":{"domain":"{{{domain}}}"},"traits":{"{{{name}}}":{{{number}}}}}"""
        );

        var company = (await SendAsync("GET", $"/companies/lookup?domain={domain}")).Data;
        Assert.Equal(number, company.GetProperty("traits").GetProperty(name).GetRawText());
        Assert.Equal(number, company.GetProperty("entity_traits")[0].GetProperty("value").GetString());
    }

    // 1,024 characters fit, in whatever script; the limits of names follow in a table of their own.
    [Theory]
    [InlineData("é", 1024, true)]
    [InlineData("é", 1025, false)]
    [InlineData("🚀", 1024, true)]
    [InlineData("🚀", 1025, false)]
    public async Task A_trait_value_has_at_most_1024_characters(string character, int length, bool fits)
    {
        var note = string.Concat(Enumerable.Repeat(character, length));
        var upsert = () =>
            UpsertAsync(
                new() { ["domain"] = Unique("acme.example") },
                body => body with { Traits = Traits($$"""{"note":"{{note}}"}""") }
            );

        if (fits)
            Assert.Equal(note, (await upsert()).Traits!["note"].GetString());
        else
            Assert.Contains("note", await RefusedAsync(HttpStatusCode.BadRequest, upsert), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "x", 256)]
    [InlineData("name", "🚀", 256)]
    [InlineData("key name", "x", 256)]
    [InlineData("key name", "🚀", 256)]
    [InlineData("key value", "x", 4096)]
    [InlineData("key value", "🚀", 4096)]
    [InlineData("trait name", "x", 255)]
    [InlineData("trait name", "🚀", 255)]
    public async Task A_text_may_be_as_long_as_its_limit_and_not_longer(string what, string character, int limit)
    {
        UpsertCompanyRequestBody Body(int length)
        {
            var text = Guid.NewGuid().ToString("n") + string.Concat(Enumerable.Repeat(character, length - 32));
            var body = new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["domain"] = Unique("acme.example") },
            };
            return what switch
            {
                "name" => body with { Name = text },
                "key name" => body with { Keys = new Dictionary<string, string> { [text] = "value" } },
                "key value" => body with { Keys = new Dictionary<string, string> { ["domain"] = text } },
                _ => body with { Traits = Traits($$"""{"{{text}}":1}""") },
            };
        }

        await Production.Companies.UpsertAsync(Body(limit), Cancellation);
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => Production.Companies.UpsertAsync(Body(limit + 1), Cancellation)
        );
    }

    // No index of PostgreSQL holds a longer path, and what one database takes the other takes too.
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(50, false)]
    public async Task The_names_that_a_trait_is_nested_in_are_limited_together(int depth, bool fits)
    {
        // Such that compression does not help.
        var names = Enumerable
            .Range(0, depth)
            .Select(_ =>
                string.Concat(
                    Enumerable.Range(0, 254).Select(_ => char.ConvertFromUtf32(Random.Shared.Next(0x1F300, 0x1F5FF)))
                )
            )
            .ToList();
        var traits = names.AsEnumerable().Reverse().Aggregate("1", (inside, name) => $$"""{"{{name}}":{{inside}}}""");

        var upsert = () =>
            UpsertAsync(new() { ["domain"] = Unique("acme.example") }, body => body with { Traits = Traits(traits) });

        if (fits)
            Assert.Contains(names[0], (await upsert()).Traits!.Keys);
        else
            await RefusedAsync(HttpStatusCode.BadRequest, upsert);
    }

    // What can be written must be readable, in a list too, which nests one level deeper than the request.
    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    public async Task Traits_nested_however_deep_are_refused_or_can_be_read_again(int depth)
    {
        var domain = Unique("acme.example");
        var json = new StringBuilder("1");
        for (var i = 0; i < depth; i++)
            json.Insert(0, $$"""{"s{{i.ToString(CultureInfo.InvariantCulture)}}":""").Append('}');

        var written = await SendAsync("POST", "/companies", $$"""{"keys":{"domain":"{{domain}}"},"traits":{{json}}}""");
        var listed = await SendAsync("GET", "/companies?limit=5");

        Assert.Equal(HttpStatusCode.OK, listed.Status);
        if (written.Status == HttpStatusCode.OK)
            Assert.Equal(
                json.ToString(),
                (await SendAsync("GET", $"/companies/lookup?domain={domain}")).Data.GetProperty("traits").GetRawText()
            );
        else
            Assert.Equal(HttpStatusCode.BadRequest, written.Status);
        Assert.Equal(depth <= 50, written.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_server_does_not_know_is_ignored()
    {
        var answer = await SendAsync(
            "POST",
            "/companies",
            $$$"""{"keys":{"domain":"{{{Unique("acme.example")}}}"},"nosuch":{"deep":[1,2,{"a":null}]}}"""
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private async Task<CompanyDetailResponseData> UpsertAsync(
        Dictionary<string, string> keys,
        Func<UpsertCompanyRequestBody, UpsertCompanyRequestBody>? with = null
    )
    {
        var body = new UpsertCompanyRequestBody { Keys = keys };
        return (await Production.Companies.UpsertAsync(with?.Invoke(body) ?? body, Cancellation)).Data;
    }

    private static Dictionary<string, string> Keys(string text, string tag) =>
        text.Split(' ').Select(static key => key.Split('=')).ToDictionary(static key => key[0], key => key[1] + tag);

    private static Dictionary<string, string> KeysOf(CompanyDetailResponseData company) =>
        company.Keys.ToDictionary(static key => key.Key, static key => key.Value);

    private static Dictionary<string, JsonElement> Traits(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static void AssertJson(string expected, IReadOnlyDictionary<string, JsonElement> actual) =>
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(expected), JsonSerializer.SerializeToElement(actual)),
            JsonSerializer.Serialize(actual)
        );
}

public sealed class CompanyUpsertTestsOnSqlite(SqliteApi api) : CompanyUpsertTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyUpsertTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyUpsertTests(api),
        IClassFixture<PostgreSqlApi>;
