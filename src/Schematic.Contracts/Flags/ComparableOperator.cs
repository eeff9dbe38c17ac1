using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Wire values: eq, gt, gte, is_empty, lt, lte, not_empty, ne. <c>Unknown</c> is a value a newer server sent.</summary>
public enum ComparableOperator
{
    Unknown = 0,

    [JsonStringEnumMemberName("eq")]
    Eq,

    [JsonStringEnumMemberName("gt")]
    Gt,

    [JsonStringEnumMemberName("gte")]
    Gte,

    [JsonStringEnumMemberName("is_empty")]
    IsEmpty,

    [JsonStringEnumMemberName("lt")]
    Lt,

    [JsonStringEnumMemberName("lte")]
    Lte,

    [JsonStringEnumMemberName("not_empty")]
    NotEmpty,

    [JsonStringEnumMemberName("ne")]
    Ne,
}
