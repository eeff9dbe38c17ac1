using Schematic.Api.Persistence;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Features;

/// <summary>Uses of features by plans and overrides, which know features, not the other way round.</summary>
internal interface IFeatureUses
{
    /// <summary>The features that the filters about plans and overrides leave.</summary>
    IQueryable<FeatureRow> Narrow(SchematicDb db, IQueryable<FeatureRow> rows, FeaturesQuery query);

    /// <summary>Plans that give each feature now, by its seq.</summary>
    Task<ILookup<int, PreviewObject>> PlansAsync(
        SchematicDb db,
        IReadOnlyCollection<int> featureSeqs,
        CancellationToken cancellationToken
    );

    /// <summary>Says why a feature cannot go, in any environment; null if nothing uses it.</summary>
    Task<string?> WhyKeptAsync(SchematicDb db, FeatureRow feature, CancellationToken cancellationToken);
}
