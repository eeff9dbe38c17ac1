using Microsoft.EntityFrameworkCore;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Setup;

/// <summary>The features of the invented product, each with its flag, written as the API writes them.</summary>
internal sealed class SampleFeatures(SchematicDb db, DateTimeOffset now)
{
    public const string Seats = "seats";
    public const string ApiCalls = "api-calls";
    public const string ReportRuns = "report-runs";
    public const string Answers = "ai-answers";
    public const string Export = "csv-export";
    public const string Reports = "advanced-reports";
    public const string SingleSignOn = "sso";
    public const string AuditTrail = "audit-trail";
    public const string Support = "priority-support";
    public const string Editor = "editor-beta";

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var seats = await SampleData.TraitAsync(db, EntityType.Company, ["seats"], cancellationToken);
        await AddAsync(
            26,
            Feature("Seats", "How many people of a company may sign in.", FeatureType.Trait, Seats) with
            {
                TraitId = seats.Id,
                SingularName = "seat",
                PluralName = "seats",
            },
            cancellationToken
        );
        await AddCountedAsync(cancellationToken);
        await AddSwitchesAsync(cancellationToken);
    }

    /// <summary>The feature of a flag.</summary>
    public static Task<FeatureRow> GetAsync(SchematicDb db, string flagKey, CancellationToken cancellationToken)
    {
        var flags = db.Flags;
        return db.Features.SingleAsync(
            row => flags.Any(flag => flag.Key == flagKey && flag.FeatureSeq == row.Seq),
            cancellationToken
        );
    }

    private async Task AddCountedAsync(CancellationToken cancellationToken)
    {
        await AddAsync(
            24,
            Feature("API calls", "Requests to the public API.", FeatureType.Event, ApiCalls) with
            {
                EventSubtype = "api-call",
                SingularName = "API call",
                PluralName = "API calls",
            },
            cancellationToken
        );
        await AddAsync(
            23,
            Feature("Report runs", "Reports that were computed.", FeatureType.Event, ReportRuns) with
            {
                EventSubtype = "report-run",
                SingularName = "report run",
                PluralName = "report runs",
            },
            cancellationToken
        );
        await AddAsync(
            21,
            Feature("AI answers", "Questions that the assistant answered.", FeatureType.Event, Answers) with
            {
                EventSubtype = "ai-answer",
                SingularName = "AI answer",
                PluralName = "AI answers",
            },
            cancellationToken
        );
    }

    private async Task AddSwitchesAsync(CancellationToken cancellationToken)
    {
        var (ga, inPlan, beta) = (FeatureLifecyclePhase.Ga, FeatureLifecyclePhase.InPlan, FeatureLifecyclePhase.Beta);
        (int DaysAgo, string Key, string Name, FeatureLifecyclePhase Phase, string Description)[] switches =
        [
            (22, Export, "CSV export", ga, "Every list as a file."),
            (20, Reports, "Advanced reports", inPlan, "Reports over several years, with forecasts."),
            (18, SingleSignOn, "Single sign-on", inPlan, "Signing in through the company's identity provider."),
            (18, AuditTrail, "Audit trail", inPlan, "Who did what, for a year."),
            (18, Support, "Priority support", inPlan, "An answer within four hours, also at night."),
            (5, Editor, "Document editor", beta, "The new editor, with a few companies that asked for it."),
        ];
        foreach (var (daysAgo, key, name, phase, description) in switches)
        {
            await AddAsync(
                daysAgo,
                Feature(name, description, FeatureType.Boolean, key) with
                {
                    LifecyclePhase = phase,
                },
                cancellationToken
            );
        }
    }

    private static CreateFeatureRequestBody Feature(
        string name,
        string description,
        FeatureType type,
        string flagKey
    ) =>
        new()
        {
            Name = name,
            Description = description,
            FeatureType = type,
            Flag = new CreateOrUpdateFlagRequestBody
            {
                Key = flagKey,
                Name = name,
                Description = description,
                FlagType = FlagType.Boolean,
                DefaultValue = false,
            },
        };

    private async Task AddAsync(int daysAgo, CreateFeatureRequestBody feature, CancellationToken cancellationToken) =>
        await new FeatureWriter(db, now.AddDays(-daysAgo)).CreateAsync(feature, cancellationToken);
}
