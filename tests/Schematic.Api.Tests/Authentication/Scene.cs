using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Evaluation;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Members;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication;

/// <summary>
/// One of everything in the environment Production, by the name it has in an address; and what nobody else may see of
/// it.
/// </summary>
internal sealed partial class Scene
{
    /// <summary>The account's, or nobody's.</summary>
    private static readonly HashSet<string> Shared =
    [
        "account_member_id",
        "document_name",
        "entity_trait_definition_id",
        "feature_id",
        "flag_id",
        "key",
        "other_feature_id",
        "other_plan_id",
        "plan_id",
        "unused",
    ];

    private readonly Dictionary<string, string> _values = [];

    /// <summary>Ids, names and values of what is in this environment.</summary>
    public IReadOnlyList<string> Private =>
        [.. _values.Where(static value => !Shared.Contains(value.Key)).Select(static value => value.Value)];

    public string this[string name] => _values[name];

    public static async Task<Scene> SetAsync(ApiServer server)
    {
        var (gateway, cancellation) = (server.Gateway(), TestContext.Current.CancellationToken);
        var tag = Guid.NewGuid().ToString("n");
        var environment = (await gateway.ApiKeys.WhoAmIAsync(cancellation)).Data.EnvironmentId!;
        var member = (await gateway.Members.ListAsync(new AccountMembersQuery(), cancellation)).Data[0];
        var company = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = $"company-key-{tag}" },
                    Name = $"company-name-{tag}",
                },
                cancellation
            )
        ).Data;
        company = (
            await gateway.Companies.UpsertTraitAsync(
                new UpsertTraitRequestBody
                {
                    Keys = new Dictionary<string, string> { ["id"] = company.Id },
                    Trait = $"trait-{tag}",
                    Set = $"trait-value-{tag}",
                },
                cancellation
            )
        ).Data;
        var user = (
            await gateway.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = $"user-key-{tag}" },
                    CompanyId = company.Id,
                    Name = $"user-name-{tag}",
                },
                cancellation
            )
        ).Data;
        var key = (
            await server
                .Gateway(Keys.Console)
                .ApiKeys.CreateAsync(
                    new CreateApiKeyRequestBody { Name = $"key-name-{tag}", EnvironmentId = environment },
                    cancellation
                )
        ).Data;
        var feature = (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = $"feature-{tag}",
                    Description = "",
                    FeatureType = FeatureType.Event,
                    EventSubtype = $"event-{tag}",
                    Flag = new CreateOrUpdateFlagRequestBody
                    {
                        Key = $"flag-{tag}",
                        Name = $"flag-{tag}",
                        Description = "",
                        FlagType = FlagType.Boolean,
                        DefaultValue = false,
                    },
                },
                cancellation
            )
        ).Data;
        var condition = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Company,
            Operator = ComparableOperator.Eq,
            ResourceIds = [company.Id],
        };
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = $"rule-name-{tag}",
            Priority = 1,
            Value = true,
            Conditions = [condition],
            ConditionGroups = [],
        };
        var rules = (
            await gateway.Flags.UpdateRulesAsync(
                feature.Flags[0].Id,
                new UpdateFlagRulesRequestBody { Rules = [rule], Comment = $"rules-comment-{tag}" },
                null,
                cancellation
            )
        )
            .Data
            .Rules;
        var save = (
            await gateway.Flags.ListRuleSavesAsync(feature.Flags[0].Id, new FlagRuleSavesQuery(), cancellation)
        ).Data[0];
        var unknown = $"unknown-flag-{tag}";
        await gateway.Flags.CheckAsync(
            unknown,
            new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company.Id } },
            cancellation
        );
        await server.Services.GetRequiredService<CheckRecorder>().FlushAsync(cancellation);
        await gateway.Events.CreateAsync(
            new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = System.Text.Json.JsonSerializer.SerializeToElement(
                    new EventBodyTrack
                    {
                        Event = $"event-{tag}",
                        Company = new Dictionary<string, string> { ["id"] = company.Id },
                        User = new Dictionary<string, string> { ["id"] = user.Id },
                    },
                    Contracts.Wire.WireJson.Strict
                ),
            },
            cancellation
        );
        var @event = (await gateway.Events.ListAsync(new EventsQuery { CompanyId = company.Id }, cancellation)).Data[0];
        var other = (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = $"other-{tag}",
                    Description = "",
                    FeatureType = FeatureType.Boolean,
                },
                cancellation
            )
        ).Data;
        var (plan, otherPlan) = (
            await NewPlanAsync(gateway, $"plan-{tag}", cancellation),
            await NewPlanAsync(gateway, $"other-plan-{tag}", cancellation)
        );
        var entitlement = (
            await gateway.Entitlements.CreatePlanEntitlementAsync(
                new CreatePlanEntitlementRequestBody
                {
                    PlanId = plan.Id,
                    FeatureId = feature.Id,
                    ValueType = EntitlementValueType.Numeric,
                    ValueNumeric = 3,
                },
                cancellation
            )
        ).Data;
        await gateway.Plans.PublishVersionAsync(
            plan.DraftVersion!.Id,
            new() { MigrationStrategy = PlanVersionMigrationStrategy.Leave, ExcludedCompanyIds = [] },
            cancellation
        );
        await gateway.Plans.UpdateAudienceAsync(
            plan.Id,
            new PlanAudienceRequestBody
            {
                Conditions =
                [
                    new CreateOrUpdateConditionRequestBody
                    {
                        ConditionType = ConditionType.BasePlan,
                        Operator = ComparableOperator.NotEmpty,
                        ResourceIds = [],
                    },
                ],
                ConditionGroups = [],
            },
            null,
            null,
            cancellation
        );
        await gateway.Plans.UpdateCompanyPlansAsync(
            company.Id,
            new UpdateCompanyPlansRequestBody { BasePlanId = plan.Id, AddOnIds = [] },
            cancellation
        );
        var change = (
            await gateway.Plans.ListChangesAsync(new PlanChangesQuery { CompanyId = company.Id }, cancellation)
        ).Data[0];
        var migration = (
            await gateway.PlanMigrations.CreateAsync(
                new CreateMigrationInput
                {
                    PlanId = plan.Id,
                    PlanVersionIdTo = plan.DraftVersion.Id,
                    Strategy = PlanVersionMigrationStrategy.Immediate,
                    TargetPlanType = PlanType.Plan,
                },
                cancellation
            )
        ).Data;
        var given = (
            await gateway.Entitlements.CreateOverrideAsync(
                new CreateCompanyOverrideRequestBody
                {
                    CompanyId = company.Id,
                    FeatureId = feature.Id,
                    ValueType = EntitlementValueType.Numeric,
                    ValueNumeric = 9,
                    Note = $"note-{tag}",
                },
                cancellation
            )
        ).Data;
        var credits = await CreditScene.SetAsync(gateway, company.Id, plan.Id, tag, cancellation);
        return new Scene
        {
            _values =
            {
                ["credit_id"] = credits.CreditId,
                ["bundle_id"] = credits.BundleId,
                ["plan_grant_id"] = credits.PlanGrantId,
                ["grant_id"] = credits.GrantId,
                ["lease_id"] = credits.LeaseId,
                ["plan_id"] = plan.Id,
                ["other_plan_id"] = otherPlan.Id,
                ["other_feature_id"] = other.Id,
                ["plan_version_id"] = plan.DraftVersion.Id,
                ["plan_entitlement_id"] = entitlement.Id,
                ["plan_change_id"] = change.Id,
                ["plan_version_migration_id"] = migration.Id,
                ["company_override_id"] = given.Id,
                ["company_override_note"] = $"note-{tag}",
                ["environment_id"] = environment,
                ["company_id"] = company.Id,
                ["company_key"] = $"company-key-{tag}",
                ["company_name"] = $"company-name-{tag}",
                ["trait_value"] = $"trait-value-{tag}",
                ["entity_trait_definition_id"] = company.EntityTraits[0].DefinitionId,
                ["user_id"] = user.Id,
                ["user_key"] = $"user-key-{tag}",
                ["user_name"] = $"user-name-{tag}",
                ["company_membership_id"] = user.CompanyMemberships[0].Id,
                ["audit_log_id"] = await LoggedAsync(gateway, feature.Flags[0].Id, cancellation),
                ["api_key_id"] = key.Id,
                ["api_key_name"] = $"key-name-{tag}",
                ["api_key_secret"] = key.Secret,
                ["feature_id"] = feature.Id,
                ["key"] = $"flag-{tag}",
                ["unknown_flag_key"] = unknown,
                ["event_id"] = @event.Id,
                ["flag_id"] = feature.Flags[0].Id,
                ["rule_id"] = rules[0].Id,
                ["rule_name"] = rules[0].Name,
                ["condition_id"] = rules[0].Conditions[0].Id,
                ["rules_save_id"] = save.Id,
                ["rules_comment"] = save.Comment!,
                ["session_id"] = "sess_nobodys",
                ["account_member_id"] = member.Id,
                ["invitation_id"] = "inv_nobodys",
                ["unused"] = Guid.NewGuid().ToString("n"),
                ["document_name"] = "v1",
            },
        };
    }
}
