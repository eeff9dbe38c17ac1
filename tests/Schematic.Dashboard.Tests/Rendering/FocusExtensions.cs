using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Tests.Rendering;

/// <summary>Where the focus was moved to, also of elements that are rendered again meanwhile.</summary>
internal static class FocusExtensions
{
    /// <summary>
    /// Returns the id by which Blazor refers to an element. Read it first: bUnit forgets it with the next render.
    /// </summary>
    public static string ReferenceId(this IElement element) => element.GetAttribute("blazor:elementReference")!;

    /// <summary>Returns the <see cref="ReferenceId"/> of the element that the focus was moved to last.</summary>
    public static string LastFocus(this BunitJSInterop js) =>
        ((ElementReference)js.Invocations["Blazor._internal.domWrapper.focus"][^1].Arguments[0]!).Id;
}
