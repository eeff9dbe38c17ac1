using System.Text.Json.Serialization;

namespace Schematic.Contracts.Environments;

/// <summary>Purpose of an environment.</summary>
public enum EnvironmentType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>For building; secrets of its keys begin with <c>sch_dev_</c>.</summary>
    [JsonStringEnumMemberName("development")]
    Development,

    /// <summary>For customers; secrets of its keys begin with <c>sch_prod_</c>.</summary>
    [JsonStringEnumMemberName("production")]
    Production,

    /// <summary>For trying out; secrets of its keys begin with <c>sch_stag_</c>.</summary>
    [JsonStringEnumMemberName("staging")]
    Staging,
}
