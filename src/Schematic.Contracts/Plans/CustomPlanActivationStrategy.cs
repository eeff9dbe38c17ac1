using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Moment at which a custom plan gives its company access.</summary>
public enum CustomPlanActivationStrategy
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Access begins once the invoice is paid.</summary>
    [JsonStringEnumMemberName("on_payment")]
    OnPayment,

    /// <summary>Access begins at publication and ends if the invoice stays unpaid.</summary>
    [JsonStringEnumMemberName("on_publish")]
    OnPublish,
}
