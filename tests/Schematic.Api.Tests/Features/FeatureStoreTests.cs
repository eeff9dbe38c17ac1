using System.Net;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Features;

public abstract class FeatureStoreTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task A_feature_comes_with_the_flag_it_is_created_with()
    {
        var key = Unique("flag");

        var feature = await NewAsync(Body() with { Flag = FlagBody(key) });

        var flag = Assert.Single(feature.Flags);
        Assert.Equal((key, feature.Id), (flag.Key, flag.FeatureId));
        Assert.Equal(feature.Id, (await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Feature!.Id);
        Assert.Equal(feature.Flags[0].Id, (await Staging.Features.GetAsync(feature.Id, Cancellation)).Data.Flags[0].Id);
    }

    [Fact]
    public async Task A_feature_may_have_no_flag_and_get_one_later()
    {
        var feature = await NewAsync(Body());

        var made = await UpdateAsync(feature, new UpdateFeatureRequestBody { Flag = FlagBody() });
        var changed = await UpdateAsync(
            feature,
            new UpdateFeatureRequestBody { Flag = FlagBody() with { DefaultValue = true } }
        );

        Assert.Empty(feature.Flags);
        Assert.Equal(Assert.Single(made.Flags).Id, Assert.Single(changed.Flags).Id);
        Assert.True(changed.Flags[0].DefaultValue);
        Assert.NotEqual(made.Flags[0].Key, changed.Flags[0].Key);
    }

    [Fact]
    public async Task A_flag_that_is_there_is_linked_by_its_id()
    {
        var flag = (
            await Production.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = Unique("flag"),
                    Name = "",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = true,
                },
                Cancellation
            )
        ).Data;

        var feature = await NewAsync(Body() with { Flag = FlagBody(flag.Key) with { Id = flag.Id, Name = "Linked" } });

        Assert.Equal((flag.Id, "Linked"), (feature.Flags[0].Id, feature.Flags[0].Name));
        Assert.Equal(flag.Key, feature.Flags[0].Key);
    }

    [Fact]
    public async Task A_feature_that_cannot_have_its_flag_is_not_made()
    {
        var taken = (await NewAsync(Body() with { Flag = FlagBody() })).Flags[0];
        var body = Body();

        var byKey = await RefusedAsync(
            HttpStatusCode.Conflict,
            () => NewAsync(body with { Flag = FlagBody(taken.Key) })
        );
        await RefusedAsync(
            HttpStatusCode.Conflict,
            () => NewAsync(body with { Flag = FlagBody(taken.Key) with { Id = taken.Id } })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => NewAsync(body with { Flag = FlagBody() with { Id = "flag_nosuch" } })
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => NewAsync(body with { Flag = FlagBody() with { FeatureId = "feat_nosuch" } })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => NewAsync(body with { MaintainerAccountMemberId = "acme_nosuch" })
        );

        Assert.Contains(taken.Id, byKey, StringComparison.Ordinal);
        Assert.Equal(
            0,
            (await Production.Features.CountAsync(new FeaturesQuery { Q = body.Name }, Cancellation)).Data.Count
        );
    }

    [Fact]
    public async Task A_feature_with_a_flag_takes_no_second_one()
    {
        var feature = await NewAsync(Body() with { Flag = FlagBody() });
        var other = (
            await Production.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = Unique("flag"),
                    Name = "",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = true,
                },
                Cancellation
            )
        ).Data;

        await RefusedAsync(
            HttpStatusCode.Conflict,
            () =>
                UpdateAsync(
                    feature,
                    new UpdateFeatureRequestBody { Name = "Changed", Flag = FlagBody(other.Key) with { Id = other.Id } }
                )
        );

        Assert.Equal(feature.Name, (await Production.Features.GetAsync(feature.Id, Cancellation)).Data.Name);
    }

    [Theory]
    [InlineData(FeatureType.Boolean, null, null, null)]
    [InlineData(FeatureType.Boolean, "export", null, null)]
    [InlineData(FeatureType.Boolean, null, "trdf_a", "trait_id")]
    [InlineData(FeatureType.Event, "never seen", null, null)]
    [InlineData(FeatureType.Event, null, null, "event_subtype")]
    [InlineData(FeatureType.Event, "", null, "event_subtype")]
    [InlineData(FeatureType.Event, "export", "trdf_a", "trait_id")]
    [InlineData(FeatureType.Trait, null, "trdf_nosuch", null)]
    [InlineData(FeatureType.Trait, null, null, "trait_id")]
    [InlineData(FeatureType.Trait, "export", "trdf_a", "event_subtype")]
    [InlineData(FeatureType.License, null, null, null)]
    public async Task A_feature_is_measured_by_what_its_type_says(
        FeatureType type,
        string? eventSubtype,
        string? traitId,
        string? wrong
    )
    {
        var body = Body() with { FeatureType = type, EventSubtype = eventSubtype, TraitId = traitId };

        if (wrong is not null)
        {
            Assert.StartsWith(
                wrong,
                await RefusedAsync(HttpStatusCode.BadRequest, () => NewAsync(body)),
                StringComparison.Ordinal
            );
            return;
        }

        var feature = await NewAsync(body);
        Assert.Equal((type, eventSubtype, traitId), (feature.FeatureType, feature.EventSubtype, feature.TraitId));
    }

    [Fact]
    public async Task A_type_never_changes()
    {
        var feature = await NewAsync(Body());

        var sentence = await RefusedAsync(
            HttpStatusCode.BadRequest,
            () =>
                UpdateAsync(
                    feature,
                    new UpdateFeatureRequestBody { FeatureType = FeatureType.Event, EventSubtype = "export" }
                )
        );
        var same = await UpdateAsync(feature, new UpdateFeatureRequestBody { FeatureType = FeatureType.Boolean });

        Assert.StartsWith("feature_type", sentence, StringComparison.Ordinal);
        Assert.Equal(feature.UpdatedAt, same.UpdatedAt);
    }

    [Fact]
    public async Task An_update_keeps_clears_or_sets()
    {
        var trait = (
            await Production.Entities.GetOrCreateTraitDefinitionAsync(
                new CreateEntityTraitDefinitionRequestBody
                {
                    EntityType = EntityType.Company,
                    Hierarchy = [Unique("seats")],
                    TraitType = TraitType.Number,
                },
                Cancellation
            )
        ).Data;
        var feature = await NewAsync(
            Body() with
            {
                FeatureType = FeatureType.Trait,
                TraitId = trait.Id,
                Icon = "star",
                SingularName = "seat",
                PluralName = "seats",
                LifecyclePhase = FeatureLifecyclePhase.Beta,
            }
        );

        var kept = await UpdateAsync(feature, new UpdateFeatureRequestBody { Description = "More" });
        var cleared = await UpdateAsync(
            feature,
            new UpdateFeatureRequestBody
            {
                Icon = new Optional<string>(null),
                SingularName = new Optional<string>(null),
                LifecyclePhase = new Optional<FeatureLifecyclePhase?>(null),
            }
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => UpdateAsync(feature, new UpdateFeatureRequestBody { TraitId = new Optional<string>(null) })
        );

        Assert.Equal(
            ("More", "star", "seat", FeatureLifecyclePhase.Beta, trait.Id),
            (kept.Description, kept.Icon, kept.SingularName, kept.LifecyclePhase, kept.Trait!.Id)
        );
        Assert.Equal(
            ("More", "", null, "seats", null),
            (cleared.Description, cleared.Icon, cleared.SingularName, cleared.PluralName, cleared.LifecyclePhase)
        );
    }

    [Fact]
    public async Task Deleting_a_feature_takes_its_flag_and_rules_along()
    {
        var feature = await NewAsync(Body() with { Flag = FlagBody() });
        var flag = feature.Flags[0];
        await Production.Flags.UpdateRulesAsync(
            flag.Id,
            new UpdateFlagRulesRequestBody
            {
                Rules =
                [
                    new()
                    {
                        Name = "All",
                        Priority = 1,
                        Value = true,
                        Conditions = [],
                        ConditionGroups = [],
                    },
                ],
            },
            null,
            Cancellation
        );

        await RefusedAsync(HttpStatusCode.Conflict, () => Staging.Features.DeleteAsync(feature.Id, Cancellation));
        Assert.Single((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules);
        Assert.True((await Production.Features.DeleteAsync(feature.Id, Cancellation)).Data.Deleted);

        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Features.GetAsync(feature.Id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Features.DeleteAsync(feature.Id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Flags.GetAsync(flag.Id, Cancellation));
    }

    [Fact]
    public async Task Features_are_found_by_name_id_type_and_event_newest_first()
    {
        var tag = Unique("50%_off");
        var boolean = await NewAsync(Body() with { Name = $"{tag} a" });
        var counted = await NewAsync(Body() with { Name = $"{tag} b", EventSubtype = "export" });
        var byEvent = await NewAsync(
            Body() with
            {
                Name = $"{tag} c".ToUpperInvariant(),
                FeatureType = FeatureType.Event,
                EventSubtype = "export",
            }
        );
        var byTrait = await NewAsync(
            Body() with
            {
                Name = $"{tag} d",
                FeatureType = FeatureType.Trait,
                TraitId = "trdf_nosuch",
            }
        );
        var all = new FeaturesQuery { Q = tag };

        Assert.Equal([byTrait.Id, byEvent.Id, counted.Id, boolean.Id], await FindAsync(all));
        Assert.Equal([counted.Id, boolean.Id], await FindAsync(all with { Limit = 2, Offset = 2 }));
        Assert.Equal([byEvent.Id], await FindAsync(new FeaturesQuery { Q = byEvent.Id }));
        Assert.Equal(
            [byTrait.Id, byEvent.Id],
            await FindAsync(all with { FeatureType = [FeatureType.Event, FeatureType.Trait] })
        );
        Assert.Equal([byTrait.Id, byEvent.Id, counted.Id], await FindAsync(all with { BooleanRequireEvent = true }));
        Assert.Equal(
            [byEvent.Id, counted.Id],
            await FindAsync(all with { BooleanRequireEvent = true, FeatureType = [FeatureType.Event] })
        );
        Assert.Equal([byTrait.Id, boolean.Id], await FindAsync(all with { Ids = [boolean.Id, byTrait.Id] }));
        Assert.Equal(
            4,
            (
                await FindAsync(
                    all with
                    {
                        ManagedBy = BillingProviderType.Schematic,
                        WithoutCompanyOverrideFor = "comp_a",
                        WithoutPlanEntitlementFor = "plan_a",
                        PlanVersionId = "plvr_a",
                    }
                )
            ).Count()
        );
        Assert.Empty(await FindAsync(all with { ManagedBy = BillingProviderType.Stripe }));
        Assert.Equal(4, (await Production.Features.CountAsync(all, Cancellation)).Data.Count);
        Assert.Empty(await FindAsync(new FeaturesQuery { Q = tag.Replace('%', 'x') }));
    }

    [Fact]
    public async Task Nobody_has_the_use_of_a_feature_that_nothing_gives()
    {
        var feature = await NewAsync(Body());

        Assert.Empty(
            (
                await Production.Features.ListCompaniesAsync(
                    new FeatureCompaniesQuery { FeatureId = feature.Id, Q = "acme" },
                    Cancellation
                )
            ).Data
        );
        Assert.Empty(
            (
                await Production.Features.ListUsersAsync(new FeatureUsersQuery { FeatureId = feature.Id }, Cancellation)
            ).Data
        );
        Assert.Equal(
            0,
            (
                await Production.Features.CountCompaniesAsync(
                    new FeatureCompaniesQuery { FeatureId = feature.Id },
                    Cancellation
                )
            )
                .Data
                .Count
        );
        Assert.Equal(
            0,
            (await Production.Features.CountUsersAsync(new FeatureUsersQuery { FeatureId = feature.Id }, Cancellation))
                .Data
                .Count
        );
    }

    [Theory]
    [InlineData("/feature-companies", "", 400)]
    [InlineData("/feature-companies/count", "", 400)]
    [InlineData("/feature-users", "", 400)]
    [InlineData("/feature-users/count", "?feature_id=feat_nosuch", 404)]
    [InlineData("/feature-users", "?feature_id=feat_nosuch", 404)]
    [InlineData("/feature-companies", "?feature_id=feat_nosuch", 404)]
    [InlineData("/features", "?feature_type=nosuch", 400)]
    [InlineData("/features", "?managed_by=nosuch", 400)]
    [InlineData("/features", "?limit=251", 400)]
    [InlineData("/flags", "?offset=-1", 400)]
    public async Task What_is_asked_for_wrongly_is_refused(string path, string query, int status)
    {
        var answer = await SendAsync("GET", path + query);

        Assert.Equal(status, (int)answer.Status);
        AssertSentence(answer.Error);
    }

    [Fact]
    public async Task A_key_of_the_account_names_an_environment()
    {
        var answer = await SendAsync("GET", "/features", apiKey: Keys.Console);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("X-Schematic-Environment-Id", answer.Error, StringComparison.Ordinal);
    }

    private static CreateFeatureRequestBody Body() =>
        new()
        {
            Name = Unique("feature"),
            Description = "",
            FeatureType = FeatureType.Boolean,
        };

    private static CreateOrUpdateFlagRequestBody FlagBody(string? key = null) =>
        new()
        {
            Key = key ?? Unique("flag"),
            Name = "Export",
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };

    private async Task<FeatureDetailResponseData> NewAsync(CreateFeatureRequestBody body) =>
        (await Production.Features.CreateAsync(body, Cancellation)).Data;

    private async Task<FeatureDetailResponseData> UpdateAsync(
        FeatureDetailResponseData feature,
        UpdateFeatureRequestBody body
    ) => (await Production.Features.UpdateAsync(feature.Id, body, Cancellation)).Data;

    private async Task<IEnumerable<string>> FindAsync(FeaturesQuery query) =>
        (await Production.Features.ListAsync(query, Cancellation)).Data.Select(static feature => feature.Id);
}

public sealed class FeatureStoreTestsOnSqlite(SqliteApi api) : FeatureStoreTests(api), IClassFixture<SqliteApi>;

public sealed class FeatureStoreTestsOnPostgreSql(PostgreSqlApi api)
    : FeatureStoreTests(api),
        IClassFixture<PostgreSqlApi>;
