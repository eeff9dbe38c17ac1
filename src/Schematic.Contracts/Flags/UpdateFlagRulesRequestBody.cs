using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Flags;

public sealed record UpdateFlagRulesRequestBody
{
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
