using Schematic.Api.Hosting;

await ApiApplication.Build(args).RunAsync();
