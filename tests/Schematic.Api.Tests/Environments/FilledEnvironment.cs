using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Evaluation;
using Schematic.Api.Tests.Authentication;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Environments;

/// <summary>
/// An environment with something of everything that one can hold. Whoever adds a kind of row adds it here.
/// </summary>
internal static class FilledEnvironment
{
    /// <param name="mark">A text of its own for the keys.</param>
    public static async Task FillAsync(
        ApiServer server,
        SchematicGateway gateway,
        string mark,
        CancellationToken cancellationToken
    )
    {
        var traits = new Dictionary<string, System.Text.Json.JsonElement>
        {
            ["plan"] = System.Text.Json.JsonElement.Parse("\"gold\""),
        };
        await gateway.Users.UpsertAsync(
            new UpsertUserRequestBody
            {
                Keys = new Dictionary<string, string> { ["email"] = mark },
                Company = new Dictionary<string, string> { ["domain"] = mark },
                Traits = traits,
            },
            cancellationToken
        );
        var flag = (
            await gateway.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = mark,
                    Name = "",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                cancellationToken
            )
        ).Data;
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = "Everybody",
            Priority = 1,
            Value = true,
            Conditions = [],
            ConditionGroups = [],
        };
        await gateway.Flags.UpdateRulesAsync(
            flag.Id,
            new UpdateFlagRulesRequestBody { Rules = [rule] },
            null,
            cancellationToken
        );
        var check = new CheckFlagRequestBody();
        await gateway.Flags.CheckAsync(mark, check, cancellationToken);
        await gateway.Flags.CheckAsync($"{mark}-unknown", check, cancellationToken);
        await gateway.Events.CreateAsync(
            new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = System.Text.Json.JsonSerializer.SerializeToElement(new { @event = mark }),
                IdempotencyKey = mark,
            },
            cancellationToken
        );
        await SellAsync(gateway, mark, cancellationToken);
        await server.Services.GetRequiredService<CheckRecorder>().FlushAsync(cancellationToken);
    }

    private static async Task SellAsync(SchematicGateway gateway, string mark, CancellationToken cancellationToken)
    {
        var company = (
            await gateway.Companies.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["domain"] = mark } },
                cancellationToken
            )
        ).Data;
        var feature = (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = mark,
                    Description = "",
                    FeatureType = FeatureType.Boolean,
                },
                cancellationToken
            )
        ).Data;
        var plan = (
            await gateway.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = mark, PlanType = PlanType.Plan },
                cancellationToken
            )
        ).Data;
        await gateway.Entitlements.CreatePlanEntitlementAsync(
            new CreatePlanEntitlementRequestBody
            {
                PlanId = plan.Id,
                FeatureId = feature.Id,
                ValueType = EntitlementValueType.Boolean,
                ValueBool = true,
            },
            cancellationToken
        );
        await gateway.Plans.PublishVersionAsync(
            plan.DraftVersion!.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [],
            },
            cancellationToken
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
            cancellationToken
        );
        await gateway.Plans.UpdateRolesAsync(
            new UpdatePlanRolesRequestBody { FallbackPlanId = plan.Id },
            cancellationToken
        );
        await gateway.Plans.UpdateCompanyPlansAsync(
            company.Id,
            new UpdateCompanyPlansRequestBody { BasePlanId = plan.Id, AddOnIds = [] },
            cancellationToken
        );
        await MoveAsync(gateway, plan.Id, mark, cancellationToken);
        await CreditScene.SetAsync(gateway, company.Id, plan.Id, mark, cancellationToken);
        await gateway.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = company.Id,
                FeatureId = feature.Id,
                ValueType = EntitlementValueType.Boolean,
                ValueBool = true,
                Note = mark,
            },
            cancellationToken
        );
    }

    private static async Task MoveAsync(
        SchematicGateway gateway,
        string planId,
        string mark,
        CancellationToken cancellationToken
    )
    {
        var draft = (
            await gateway.Plans.UpdateAsync(
                planId,
                new UpdatePlanRequestBody { Name = $"{mark} 2" },
                null,
                cancellationToken
            )
        )
            .Data
            .DraftVersion!;
        await gateway.Plans.PublishVersionAsync(
            draft.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Immediate,
                ExcludedCompanyIds = [],
            },
            cancellationToken
        );
    }
}
