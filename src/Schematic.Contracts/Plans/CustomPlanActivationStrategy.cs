using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Wire values: on_payment, on_publish. <c>Unknown</c> is a value a newer server sent.</summary>
public enum CustomPlanActivationStrategy
{
    Unknown = 0,

    [JsonStringEnumMemberName("on_payment")]
    OnPayment,

    [JsonStringEnumMemberName("on_publish")]
    OnPublish,
}
