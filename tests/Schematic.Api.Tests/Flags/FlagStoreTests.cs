using System.Net;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Flags;

public abstract class FlagStoreTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task A_flag_is_shared_by_all_environments_and_its_rules_are_not()
    {
        var flag = await NewFlagAsync();
        await WriteAsync(flag.Id, Rule("Production only"));

        var elsewhere = (await Staging.Flags.GetAsync(flag.Id, Cancellation)).Data;

        Assert.Equal(flag.Key, elsewhere.Key);
        Assert.Empty(elsewhere.Rules);
        Assert.Equal(
            "Production only",
            Assert.Single((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules).Name
        );
    }

    [Fact]
    public async Task A_key_belongs_to_one_flag()
    {
        var flag = await NewFlagAsync();
        var other = await NewFlagAsync();

        var onCreation = await RefusedAsync(
            HttpStatusCode.Conflict,
            () => Production.Flags.CreateAsync(FlagBody(flag.Key), Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.Conflict,
            () => Production.Flags.UpdateAsync(other.Id, FlagBody(flag.Key), null, Cancellation)
        );

        Assert.Contains(flag.Id, onCreation, StringComparison.Ordinal);
        Assert.Equal(other.Key, (await Production.Flags.GetAsync(other.Id, Cancellation)).Data.Key);
    }

    [Fact]
    public async Task Of_many_who_create_one_key_at_once_one_succeeds()
    {
        var key = Unique("flag");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    SendAsync(
                        "POST",
                        "/flags",
                        $$"""{"key":"{{key}}","name":"","description":"","flag_type":"boolean","default_value":true}"""
                    )
                )
        );

        Assert.Equal(1, answers.Count(static answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(15, answers.Count(static answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_update_replaces_what_it_names_and_keeps_links_it_does_not_name()
    {
        var member = await MemberIdAsync();
        var feature = await NewFeatureAsync();
        var flag = (
            await Production.Flags.CreateAsync(
                FlagBody() with
                {
                    FeatureId = feature.Id,
                    MaintainerAccountMemberId = member,
                },
                Cancellation
            )
        ).Data;

        var renamed = (
            await Production.Flags.UpdateAsync(
                flag.Id,
                FlagBody(flag.Key) with
                {
                    Name = "Export 🚀",
                    DefaultValue = true,
                },
                null,
                Cancellation
            )
        ).Data;
        var cleared = (
            await Production.Flags.UpdateAsync(
                flag.Id,
                FlagBody(flag.Key) with
                {
                    FeatureId = new Optional<string>(null),
                    MaintainerAccountMemberId = new Optional<string>(null),
                },
                null,
                Cancellation
            )
        ).Data;

        Assert.Equal(
            ("Export 🚀", true, feature.Id, member),
            (renamed.Name, renamed.DefaultValue, renamed.FeatureId, renamed.MaintainerAccountMemberId)
        );
        Assert.Equal(feature.Name, renamed.Feature!.Name);
        Assert.Equal(Admin.Email, renamed.Maintainer!.Email);
        Assert.Equal((null, null), (cleared.FeatureId, cleared.MaintainerAccountMemberId));
        Assert.True(cleared.UpdatedAt > flag.UpdatedAt);
    }

    [Fact]
    public async Task A_feature_has_one_flag()
    {
        var feature = await NewFeatureAsync();
        var first = (await Production.Flags.CreateAsync(FlagBody() with { FeatureId = feature.Id }, Cancellation)).Data;
        var second = await NewFlagAsync();

        var sentence = await RefusedAsync(
            HttpStatusCode.Conflict,
            () =>
                Production.Flags.UpdateAsync(
                    second.Id,
                    FlagBody(second.Key) with
                    {
                        FeatureId = feature.Id,
                    },
                    null,
                    Cancellation
                )
        );
        await RefusedAsync(
            HttpStatusCode.Conflict,
            () => Production.Flags.CreateAsync(FlagBody() with { FeatureId = feature.Id }, Cancellation)
        );

        Assert.Contains(first.Key, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feature_id", "feat_nosuch", 404)]
    [InlineData("maintainer_account_member_id", "acme_nosuch", 404)]
    [InlineData("key", "", 400)]
    public async Task What_cannot_be_is_refused_and_nothing_is_made(string member, string value, int status)
    {
        var key = Unique("flag");
        var body = new Dictionary<string, object>
        {
            ["key"] = key,
            ["name"] = "",
            ["description"] = "",
            ["flag_type"] = "boolean",
            ["default_value"] = true,
            [member] = value,
        };

        var answer = await SendAsync("POST", "/flags", System.Text.Json.JsonSerializer.Serialize(body));

        Assert.Equal(status, (int)answer.Status);
        AssertSentence(answer.Error);
        Assert.Empty((await Production.Flags.ListAsync(new FlagsQuery { Q = key }, Cancellation)).Data);
    }

    [Fact]
    public async Task Flags_are_found_by_feature_id_name_and_key_newest_first()
    {
        var tag = Unique("100%_of\\it");
        var feature = await NewFeatureAsync();
        var first = (
            await Production.Flags.CreateAsync(FlagBody(tag) with { FeatureId = feature.Id }, Cancellation)
        ).Data;
        var second = (
            await Production.Flags.CreateAsync(FlagBody() with { Name = tag.ToUpperInvariant() }, Cancellation)
        ).Data;

        Assert.Equal([second.Id, first.Id], await FindAsync(new FlagsQuery { Q = tag }));
        Assert.Equal([first.Id], await FindAsync(new FlagsQuery { Q = tag, Offset = 1 }));
        Assert.Equal([first.Id], await FindAsync(new FlagsQuery { Q = first.Id.ToUpperInvariant() }));
        Assert.Equal([first.Id], await FindAsync(new FlagsQuery { FeatureId = feature.Id }));
        Assert.Equal(
            [second.Id, first.Id],
            await FindAsync(new FlagsQuery { Ids = [first.Id, second.Id, "flag_nosuch"] })
        );
        Assert.Empty(await FindAsync(new FlagsQuery { FeatureId = "feat_nosuch" }));
        Assert.Equal(2, (await Production.Flags.CountAsync(new FlagsQuery { Q = tag }, Cancellation)).Data.Count);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("\\")]
    [InlineData("'")]
    [InlineData("ex_ort")]
    [InlineData("e%t")]
    public async Task A_wildcard_is_a_letter_like_any_other(string q)
    {
        var flag = await NewFlagAsync();

        Assert.DoesNotContain(flag.Id, await FindAsync(new FlagsQuery { Q = q, Ids = [flag.Id] }));
    }

    [Fact]
    public async Task Deleting_a_flag_takes_its_rules_along_and_leaves_its_feature()
    {
        var feature = await NewFeatureAsync();
        var flag = (await Production.Flags.CreateAsync(FlagBody() with { FeatureId = feature.Id }, Cancellation)).Data;
        await WriteAsync(flag.Id, Rule("Everybody"));

        Assert.True((await Production.Flags.DeleteAsync(flag.Id, Cancellation)).Data.Deleted);

        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Flags.GetAsync(flag.Id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Flags.DeleteAsync(flag.Id, Cancellation));
        Assert.Empty((await Production.Features.GetAsync(feature.Id, Cancellation)).Data.Flags);
        Assert.Empty((await NewFlagAsync(flag.Key)).Rules);
    }

    [Fact]
    public async Task A_key_of_one_environment_takes_no_rules_of_another()
    {
        var flag = await NewFlagAsync();
        await WriteAsync(flag.Id, Rule("Everybody"));

        await RefusedAsync(HttpStatusCode.Conflict, () => Staging.Flags.DeleteAsync(flag.Id, Cancellation));
        Assert.Single((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules);

        await WriteAsync(flag.Id);
        Assert.True((await Staging.Flags.DeleteAsync(flag.Id, Cancellation)).Data.Deleted);
    }

    [Fact]
    public async Task The_account_deletes_a_flag_with_its_rules_everywhere()
    {
        var flag = await NewFlagAsync();
        await WriteAsync(flag.Id, Rule("Everybody"));

        Assert.True(
            (
                await Server
                    .Gateway(Keys.Console, (await NewEnvironmentAsync()).Id)
                    .Flags.DeleteAsync(flag.Id, Cancellation)
            )
                .Data
                .Deleted
        );
    }

    private async Task<IEnumerable<string>> FindAsync(FlagsQuery query) =>
        (await Production.Flags.ListAsync(query, Cancellation)).Data.Select(static flag => flag.Id);

    private async Task<FeatureDetailResponseData> NewFeatureAsync() =>
        (
            await Production.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = Unique("feature"),
                    Description = "",
                    FeatureType = FeatureType.Boolean,
                },
                Cancellation
            )
        ).Data;

    private async Task<string> MemberIdAsync() =>
        (
            await Console.Sessions.SignInAsync(
                new SignInRequestBody { Email = Admin.Email, Password = Admin.Password },
                Cancellation
            )
        )
            .Data
            .MemberId;
}

public sealed class FlagStoreTestsOnSqlite(SqliteApi api) : FlagStoreTests(api), IClassFixture<SqliteApi>;

public sealed class FlagStoreTestsOnPostgreSql(PostgreSqlApi api) : FlagStoreTests(api), IClassFixture<PostgreSqlApi>;
