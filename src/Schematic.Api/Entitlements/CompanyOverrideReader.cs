using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements;

/// <summary>An override as one statement reads it, with what it names.</summary>
internal sealed class CompanyOverrideDetail
{
    public required CompanyOverrideRow Row { get; init; }

    public required FeatureRow Feature { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>The trait that holds the limit; null unless the value is a trait that exists.</summary>
    public EntityTraitDefinitionRow? Trait { get; init; }
}

/// <summary>Reads overrides with what they name, and turns them into answers: three statements, however many.</summary>
internal static class CompanyOverrideReader
{
    /// <summary>To be ordered and cut to a page.</summary>
    public static IQueryable<CompanyOverrideDetail> Details(SchematicDb db, IQueryable<CompanyOverrideRow> rows) =>
        from row in rows.AsNoTracking()
        join company in db.Companies on row.CompanySeq equals company.Seq
        join feature in db.Features on row.FeatureSeq equals feature.Seq
        join trait in db.EntityTraitDefinitions on row.ValueTraitId equals trait.Id into traits
        from trait in traits.DefaultIfEmpty()
        select new CompanyOverrideDetail
        {
            Row = row,
            Feature = feature,
            CompanyId = company.Id,
            Trait = trait,
        };

    /// <summary>Answers in the same order, each with its notes and its company.</summary>
    public static async Task<IReadOnlyList<CompanyOverrideResponseData>> ToContractAsync(
        SchematicDb db,
        IReadOnlyList<CompanyOverrideDetail> details,
        string environmentId,
        CancellationToken cancellationToken
    )
    {
        if (details.Count == 0)
            return [];
        var seqs = details.Select(static detail => detail.Row.Seq).ToList();
        var notes = (
            await db
                .CompanyOverrideNotes.AsNoTracking()
                .Where(row => EF.Parameter(seqs).Contains(row.CompanyOverrideSeq))
                .OrderBy(row => row.Seq)
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => row.CompanyOverrideSeq);
        var companies = (
            await EntityReader.DetailsAsync(
                db,
                [.. details.Select(static detail => detail.Row.CompanySeq).Distinct()],
                cancellationToken
            )
        ).ToDictionary(static company => company.Seq);
        return
        [
            .. details.Select(detail =>
                detail.ToContract(environmentId) with
                {
                    Company = companies.GetValueOrDefault(detail.Row.CompanySeq)?.ToCompanyContract(environmentId),
                    Notes = [.. notes[detail.Row.Seq].Select(ToContract)],
                }
            ),
        ];
    }

    private static CompanyOverrideResponseData ToContract(this CompanyOverrideDetail detail, string environmentId)
    {
        var row = detail.Row;
        return new CompanyOverrideResponseData
        {
            Id = row.Id,
            EnvironmentId = environmentId,
            CompanyId = detail.CompanyId,
            FeatureId = detail.Feature.Id,
            Feature = detail.Feature.ToContract(),
            ValueType = row.ValueType,
            ValueBool = row.ValueBool,
            ValueNumeric = row.ValueNumeric,
            ValueTraitId = row.ValueTraitId,
            ValueTrait = detail.Trait?.ToContract(),
            ConsumptionRate = row.GetConsumptionRate(),
            MetricPeriod = row.MetricPeriod,
            MetricPeriodMonthReset = row.MetricPeriodMonthReset,
            ExpirationDate = row.ExpiresAt,
            Notes = [],
            RuleId = row.RuleId,
            RuleIdUsageExceeded = row.GetUsageExceededRuleId(),
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    private static CompanyOverrideNoteResponseData ToContract(CompanyOverrideNoteRow row) =>
        new()
        {
            Id = row.Id,
            Note = row.Text,
            ExternalUserId = row.AuthorId,
            ExternalUserName = row.AuthorName,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
        };
}
