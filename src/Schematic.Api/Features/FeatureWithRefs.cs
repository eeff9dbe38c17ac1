using Schematic.Api.Entities;
using Schematic.Api.Members;

namespace Schematic.Api.Features;

/// <summary>A feature as one statement reads it.</summary>
internal sealed class FeatureWithRefs
{
    public required FeatureRow Feature { get; init; }

    /// <summary>Null where the feature names no trait, or one that is not defined.</summary>
    public EntityTraitDefinitionRow? Trait { get; init; }

    public MemberRow? Maintainer { get; init; }
}
