using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Comparison that a condition makes, with the entity's own value on the left.</summary>
public enum ComparableOperator
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Equal; for ids, one of those listed.</summary>
    [JsonStringEnumMemberName("eq")]
    Eq,

    /// <summary>Greater than.</summary>
    [JsonStringEnumMemberName("gt")]
    Gt,

    /// <summary>Greater than or equal.</summary>
    [JsonStringEnumMemberName("gte")]
    Gte,

    /// <summary>Empty; for a number, 0; for a base plan, none.</summary>
    [JsonStringEnumMemberName("is_empty")]
    IsEmpty,

    /// <summary>Less than.</summary>
    [JsonStringEnumMemberName("lt")]
    Lt,

    /// <summary>Less than or equal.</summary>
    [JsonStringEnumMemberName("lte")]
    Lte,

    /// <summary>Not empty; for a number, greater than 0; for a base plan, any.</summary>
    [JsonStringEnumMemberName("not_empty")]
    NotEmpty,

    /// <summary>Not equal; for ids, none of those listed.</summary>
    [JsonStringEnumMemberName("ne")]
    Ne,
}
