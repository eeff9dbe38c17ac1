using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Sessions;

/// <summary>
/// A plain form post: it must work before there is a circuit, and a cookie can only be set by a response.
/// </summary>
public sealed partial class SignInPage : ComponentBase
{
    private LoadFailure? _unavailable;
    private string? _refusal;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Inject]
    private GatewayFactory Gateways { get; set; } = default!;

    [Inject]
    private SetupProbe Setup { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private KnownBrowser Browser { get; set; } = default!;

    [SupplyParameterFromForm]
    private Credentials? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    private string Destination => DashboardUrls.IsLocal(ReturnUrl) ? ReturnUrl! : DashboardUrls.Home;

    private string Here => DashboardUrls.SignInThenReturnTo(Destination);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new Credentials();
        if (!HttpMethods.IsGet(HttpContext.Request.Method))
            return;
        try
        {
            if (await Setup.IsRequiredAsync(HttpContext.RequestAborted))
                Navigation.NavigateTo(DashboardUrls.SetUp);
            else if (HttpContext.User.Identity?.IsAuthenticated == true)
                Navigation.NavigateTo(Destination);
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, HttpContext.RequestAborted))
        {
            _unavailable = LoadFailure.FromException(exception);
        }
    }

    private async Task SignInAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        SignedInMember member;
        try
        {
            using var gateway = Gateways.Create(sessionToken: null);
            var body = new SignInRequestBody
            {
                Email = Form!.Email.Trim(),
                Password = Form.Password,
                Address = BrowserOrigin.AddressOf(HttpContext),
                UserAgent = BrowserOrigin.UserAgentOf(HttpContext),
                KnownBrowser = Browser.Read(HttpContext, Form.Email),
            };
            member = SignedInMember.FromContract((await gateway.Sessions.SignInAsync(body, cancellationToken)).Data);
        }
        catch (GatewayException refused)
            when (refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            _refusal = "Email and password do not match. Check both and try again.";
            // A wrong password has no business in the page's source.
            Form!.Password = "";
            return;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, cancellationToken))
        {
            var failure = LoadFailure.FromException(exception);
            // The API's own sentence says how long to wait, if it knows.
            _refusal = failure.RetryAfter is null ? $"{failure.Message} Try again in a moment." : failure.Message;
            Form!.Password = "";
            return;
        }

        Browser.Remember(HttpContext, member.Email);
        await SessionHosting.SignInAsync(HttpContext, member);
        Navigation.NavigateTo(Destination);
    }

    private sealed class Credentials
    {
        [Required(ErrorMessage = "Enter your email address.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Enter your password.")]
        public string Password { get; set; } = "";
    }
}
