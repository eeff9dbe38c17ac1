using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Plans;

/// <summary>Answer to a question that the checkout asks.</summary>
public sealed record CheckoutFieldValue
{
    /// <summary>Id of the field that the question is asked in.</summary>
    public required string Id { get; init; }

    /// <summary>Text of the answer, at most 1,024 characters.</summary>
    [StringLength(1024)]
    public required string Value { get; init; }
}
