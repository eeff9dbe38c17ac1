using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Kind of caller.</summary>
public enum ActorType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>An application with an API key.</summary>
    [JsonStringEnumMemberName("api_key")]
    ApiKey,

    /// <summary>A member signed in to the console.</summary>
    [JsonStringEnumMemberName("app_user")]
    AppUser,

    /// <summary>The app inside Stripe.</summary>
    [JsonStringEnumMemberName("stripe_app")]
    StripeApp,

    /// <summary>The server itself.</summary>
    [JsonStringEnumMemberName("system")]
    System,

    /// <summary>A web page with a short-lived token.</summary>
    [JsonStringEnumMemberName("temporary_access_token")]
    TemporaryAccessToken,
}
